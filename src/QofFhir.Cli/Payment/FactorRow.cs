namespace QofFhir.Cli.Payment;

/// <summary>One register of one practice with the factor that it gives, by the file's own list and by the whole one.</summary>
/// <param name="Own">By the list of the row.</param>
/// <param name="Whole">By the practice's whole list, as payment counts it.</param>
/// <param name="Index">The contractor population index; null where the whole list or the average is not known, or nobody is on it.</param>
/// <param name="FileIndex">The same by the average list of the files.</param>
/// <param name="Remark">What is odd about the row; null when nothing is.</param>
internal sealed record FactorRow(
    string Practice, string Group, long Register, string ListType, PrevalenceShare Own, PrevalenceShare Whole, decimal? Index, decimal? FileIndex, string? Remark);
