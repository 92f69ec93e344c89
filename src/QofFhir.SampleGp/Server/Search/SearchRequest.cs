namespace QofFhir.SampleGp.Server.Search;

/// <summary>A search as it was understood.</summary>
/// <param name="Understood">Names and values that were used, in order: what the self link shows.</param>
/// <param name="Count">Resources a page; 0 asks for the total only.</param>
internal sealed record SearchRequest(
    string Type, IReadOnlyList<Criterion> Criteria, IReadOnlyList<KeyValuePair<string, string>> Understood, int Count);
