namespace QofFhir.Definitions;

/// <param name="Path">As mistakes name it: relative to the root, such as <c>rulesets/DM.yaml</c>.</param>
internal sealed record DefinitionFile(string Path, string Text)
{
    /// <summary>File name without folder and ending: what the file must call itself inside.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    public Place Top => new(Path, 1, 1);
}
