namespace QofFhir.Definitions;

/// <param name="Path">As mistakes name it: relative to the root, such as <c>rulesets/DM.yaml</c>.</param>
/// <param name="IsPart">True for a later document of a file, which need not be called as the file.</param>
internal sealed record DefinitionFile(string Path, string Text, bool IsPart = false)
{
    /// <summary>File name without folder and ending: what the file must call itself inside.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    public Place Top => new(Path, 1, 1);

    /// <summary>The documents of the file, parted by lines of three dashes; each keeps its lines' numbers.</summary>
    public IEnumerable<DefinitionFile> Documents()
    {
        var lines = Text.Split('\n');
        var start = 0;
        for (var line = 0; line <= lines.Length; line++)
        {
            if (line < lines.Length && lines[line].TrimEnd() != "---")
            {
                continue;
            }

            var text = string.Join('\n', lines[start..line]);
            if (line == lines.Length && start == 0)
            {
                yield return this;
            }
            else if (!string.IsNullOrWhiteSpace(text))
            {
                yield return this with { Text = new string('\n', start) + text, IsPart = start > 0 };
            }

            start = line + 1;
        }
    }
}
