using System.Runtime.InteropServices;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading;

/// <summary>What is worth noting about an event that was kept.</summary>
[Flags]
internal enum EventNotes : byte { None = 0, PartialDate = 1, Converted = 2, Abated = 4 }

/// <summary>Gathers the counts of <see cref="DataQuality"/>.</summary>
internal sealed class QualityNotes
{
    private readonly Dictionary<string, (long Missing, long NotUnderstood)> _units = new(StringComparer.Ordinal);
    private readonly List<Codings> _outside = [];
    private long _resourcesOutside;
    private long _textOnly;
    private long _converted;
    private long _abated;

    public long PartialDates { get; set; }

    public void Unit(string code, bool missing)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_units, code, out _);
        count = missing ? (count.Missing + 1, count.NotUnderstood) : (count.Missing, count.NotUnderstood + 1);
    }

    /// <summary>Takes the concepts of one resource of which no rule wants any.</summary>
    public void Outside(params ReadOnlySpan<Codings> concepts)
    {
        var coded = false;
        foreach (var concept in concepts)
        {
            coded |= concept.Keys.Count > 0;
            _textOnly += concept.Keys.Count == 0 && concept.HasText ? 1 : 0;
            if (concept.Keys.Count > 0 && concept.TimesOutside++ == 0)
            {
                _outside.Add(concept);
            }
        }

        _resourcesOutside += coded ? 1 : 0;
    }

    public void Kept(long partialDates, long converted, long abated)
    {
        PartialDates += partialDates;
        _converted += converted;
        _abated += abated;
    }

    public DataQuality Quality(IReadOnlyDictionary<RegistrationSource, int> registrations, int withoutRegistration) => new(
        [.. _units.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => new UnitCount(u.Key, u.Value.Missing, u.Value.NotUnderstood))],
        _resourcesOutside,
        [
            .. _outside.SelectMany(c => c.Keys.Select(k => (Key: k, c.TimesOutside))).GroupBy(c => c.Key, (key, all) => new CodeCount(key, all.Sum(c => c.TimesOutside)), StringComparer.Ordinal)
                .OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal).Take(DataQuality.TopCodes),
        ],
        _textOnly,
        PartialDates,
        _converted,
        _abated,
        registrations,
        withoutRegistration);
}
