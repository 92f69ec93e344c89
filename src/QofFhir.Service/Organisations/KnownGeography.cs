using System.Collections.Concurrent;
using QofFhir.Core.Aggregation;

namespace QofFhir.Service.Organisations;

/// <summary>The geography as of a change, with the days that were asked for.</summary>
internal sealed class KnownGeography(long number, Geography geography)
{
    /// <summary>Roll-ups and their trends ask for some dozen.</summary>
    private const int MostDays = 100;

    private readonly ConcurrentDictionary<DateOnly, GeographyOnDay> _days = new();

    public long Number => number;

    public Geography Geography => geography;

    public GeographyOnDay On(DateOnly day)
    {
        if (_days.Count > MostDays)
        {
            _days.Clear();
        }

        return _days.GetOrAdd(day, geography.On);
    }
}
