namespace QofFhir.Extraction.Searching;

/// <summary>What is worth telling about a server, each thing once.</summary>
internal sealed class Findings
{
    private readonly List<string> _warnings = [];
    private readonly List<string> _notHonoured = [];

    public IReadOnlyList<string> Warnings => _warnings;

    public IReadOnlyList<string> NotHonoured => _notHonoured;

    public void Warn(string text) => Once(_warnings, text);

    public void NotTaken(string text) => Once(_notHonoured, text);

    private static void Once(List<string> list, string text)
    {
        if (!list.Contains(text))
        {
            list.Add(text);
        }
    }
}
