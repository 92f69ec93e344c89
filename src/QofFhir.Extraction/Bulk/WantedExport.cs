namespace QofFhir.Extraction.Bulk;

/// <summary>What one kick-off asks for.</summary>
/// <param name="Types">Resource types that are taken in.</param>
/// <param name="Filters">Of each type that is narrowed by code.</param>
/// <param name="Elements">Empty: whole resources.</param>
internal sealed record WantedExport(
    IReadOnlyList<string> Types, IReadOnlyDictionary<string, IReadOnlyList<string>> Filters, IReadOnlyList<string> Elements)
{
    /// <summary>False: the server is asked for all that it has, and what is not wanted is left there.</summary>
    public bool Named { get; init; } = true;

    public WantedExport Without(IReadOnlyCollection<string> types) => this with
    {
        Types = [.. Types.Except(types)],
        Filters = Filters.Where(f => !types.Contains(f.Key)).ToDictionary(),
    };
}
