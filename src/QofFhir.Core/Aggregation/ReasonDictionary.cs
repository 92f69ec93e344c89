using System.Collections;
using System.Diagnostics.CodeAnalysis;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Aggregation;

/// <summary>Counts by reason, small: a nation has as many of them as reports. A reason without any is absent.</summary>
/// <param name="counts">In the order of the reasons; not to be changed any more.</param>
public sealed class ReasonDictionary(long[] counts) : IReadOnlyDictionary<AdjustmentReason, long>
{
    public static ReasonDictionary None { get; } = new([]);

    public int Count => counts.Count(c => c > 0);

    public IEnumerable<AdjustmentReason> Keys => this.Select(c => c.Key);

    public IEnumerable<long> Values => this.Select(c => c.Value);

    public long this[AdjustmentReason key] => TryGetValue(key, out var count) ? count : throw new KeyNotFoundException($"there is no count of {key}");

    public bool ContainsKey(AdjustmentReason key) => TryGetValue(key, out _);

    public bool TryGetValue(AdjustmentReason key, [MaybeNullWhen(false)] out long value)
    {
        value = (int)key < counts.Length ? counts[(int)key] : 0;
        return value > 0;
    }

    public IEnumerator<KeyValuePair<AdjustmentReason, long>> GetEnumerator()
    {
        for (var reason = 0; reason < counts.Length; reason++)
        {
            if (counts[reason] > 0)
            {
                yield return new((AdjustmentReason)reason, counts[reason]);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
