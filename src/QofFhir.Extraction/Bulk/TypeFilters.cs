namespace QofFhir.Extraction.Bulk;

/// <summary>The <c>_typeFilter</c> queries of an export.</summary>
internal static class TypeFilters
{
    /// <summary>None for a type that some query wants whole.</summary>
    /// <remarks>
    /// Nor for what refers to another type, and for that other type: an export cannot ask for what refers to resources that it has not seen,
    /// so both come whole.
    /// </remarks>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(
        IReadOnlyList<TypeQuery> queries, BulkFilter filter, int codesPerFilter)
    {
        var whole = queries.Where(q => q.Whole || q.RefersTo is not null).Select(q => q.ResourceType)
            .Concat(queries.Select(q => q.RefersTo?.TargetType).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        return filter == BulkFilter.None
            ? new Dictionary<string, IReadOnlyList<string>>()
            : queries.Where(q => !whole.Contains(q.ResourceType))
                .GroupBy(q => q.ResourceType)
                .ToDictionary(
                    g => g.Key,
                    IReadOnlyList<string> (g) => [.. g.SelectMany(q => filter == BulkFilter.ValueSets ? ByValueSet(q) : ByCode(q, codesPerFilter)).Distinct()]);
    }

    // The values are encoded as in an address: a comma list of filters must not break on a comma of their own.
    private static IEnumerable<string> ByValueSet(TypeQuery query) =>
        query.Codes.Select(list => $"{query.ResourceType}?{query.CodeParameters[0]}:in={Uri.EscapeDataString(list.ValueSet)}");

    private static IEnumerable<string> ByCode(TypeQuery query, int codesPerFilter) =>
        query.Codes.SelectMany(list => list.Tokens).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Chunk(codesPerFilter)
            .Select(codes => $"{query.ResourceType}?{query.CodeParameters[0]}={Uri.EscapeDataString(string.Join(',', codes))}");
}
