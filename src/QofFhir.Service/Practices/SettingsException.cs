namespace QofFhir.Service.Practices;

/// <summary>The configuration cannot be used; the message lists every mistake.</summary>
internal sealed class SettingsException(IReadOnlyList<string> mistakes)
    : Exception(string.Join(Environment.NewLine, mistakes))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
