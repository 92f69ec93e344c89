namespace QofFhir.Extraction;

/// <summary>What is worth telling about a server, each thing once. Several may tell at a time.</summary>
internal sealed class Findings
{
    private readonly List<string> _warnings = [];
    private readonly List<string> _notHonoured = [];
    private readonly List<MissingData> _missing = [];

    public IReadOnlyList<string> Warnings => _warnings;

    public IReadOnlyList<string> NotHonoured => _notHonoured;

    public IReadOnlyList<MissingData> Missing => _missing;

    public void Warn(string text) => Once(_warnings, text);

    public void NotTaken(string text) => Once(_notHonoured, text);

    /// <param name="type">Null: it may be any.</param>
    public void Lose(string? type, string reason) => Once(_missing, new MissingData(type, reason));

    /// <summary>Types that a token does not open may come short without a word.</summary>
    public void LoseUnreached(Http.FhirConnection connection, IEnumerable<TypeQuery> queries)
    {
        foreach (var type in connection.Unreached(queries.Where(q => q.Needed).Select(q => q.ResourceType).Distinct()))
        {
            Lose(type, "our token does not open it");
        }
    }

    private static void Once<T>(List<T> list, T text)
    {
        lock (list)
        {
            if (!list.Contains(text))
            {
                list.Add(text);
            }
        }
    }
}
