namespace QofFhir.SampleGp.Edges;

/// <summary>Lists with one place changed.</summary>
internal static class Places
{
    public static IReadOnlyList<T> Without<T>(IReadOnlyList<T> items, int place) => [.. items.Where((_, i) => i != place)];

    public static IReadOnlyList<T> With<T>(IReadOnlyList<T> items, int place, T item) => [.. items.Select((old, i) => i == place ? item : old)];
}
