namespace QofFhir.Cli.Input;

/// <summary>A file that was read, so that a result can be traced to its bytes.</summary>
/// <param name="Bytes">Size as it lies on disk.</param>
/// <param name="Sha256">Of the same bytes, in lower-case hexadecimal.</param>
internal sealed record InputFile(string Path, long Bytes, string Sha256);
