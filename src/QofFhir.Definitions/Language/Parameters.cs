namespace QofFhir.Definitions.Language;

/// <summary>The parameters that a block of rows declares, and those that its texts use.</summary>
internal sealed class Parameters(IReadOnlyCollection<string> declared)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Declared { get; } = declared;

    /// <summary>Marks the parameter as used; false when the block does not declare it.</summary>
    public bool Use(string name)
    {
        _used.Add(name);
        return Declared.Contains(name);
    }

    public bool IsUsed(string name) => _used.Contains(name);
}
