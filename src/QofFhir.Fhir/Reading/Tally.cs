namespace QofFhir.Fhir.Reading;

/// <summary>Counts resources by type and verdict; what was accepted may still be rejected when the input ends.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, long[]> _counts = new(StringComparer.Ordinal);

    public void Add(string type, Verdict verdict) => Of(type)[(int)verdict]++;

    /// <summary>Moves resources that were accepted to the rejected ones.</summary>
    public void RejectAfterAll(string type, long count = 1)
    {
        var counts = Of(type);
        counts[(int)Verdict.Accepted] -= count;
        counts[(int)Verdict.Rejected] += count;
    }

    public ReadCounts Counts() => new(
    [
        .. _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new TypeCounts(
            c.Key,
            c.Value[(int)Verdict.Accepted] + c.Value[(int)Verdict.NotUsed] + c.Value[(int)Verdict.SetAside],
            c.Value[(int)Verdict.Rejected],
            c.Value[(int)Verdict.NotUsed],
            c.Value[(int)Verdict.SetAside])),
    ]);

    private long[] Of(string type)
    {
        if (!_counts.TryGetValue(type, out var counts))
        {
            counts = new long[4];
            _counts.Add(type, counts);
        }

        return counts;
    }
}
