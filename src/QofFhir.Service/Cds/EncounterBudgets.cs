using Microsoft.Extensions.Caching.Memory;

namespace QofFhir.Service.Cds;

/// <summary>How many cards an encounter has had from each service: a service's later answer takes the place of its earlier one, so each counts once.</summary>
/// <remarks>Kept in memory, in this process: another process begins anew.</remarks>
internal sealed class EncounterBudgets : IDisposable
{
    private const int Encounters = 20_000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = Encounters });

    /// <summary>Cards that are left for a service; at least one, so that something can always be said.</summary>
    /// <param name="encounter">Null: each call is one of its own.</param>
    public int Left(string? encounter, string service, int budget)
    {
        if (encounter is null)
        {
            return budget;
        }

        var drawn = Of(encounter);
        lock (drawn)
        {
            return Math.Max(1, budget - drawn.Where(d => d.Key != service).Sum(d => d.Value));
        }
    }

    public void Take(string? encounter, string service, int cards)
    {
        if (encounter is null)
        {
            return;
        }

        var drawn = Of(encounter);
        lock (drawn)
        {
            drawn[service] = cards;
        }
    }

    public void Dispose() => _drawn.Dispose();

    private Dictionary<string, int> Of(string encounter) => _drawn.GetOrCreate(encounter, entry =>
    {
        entry.SetSize(1).SetSlidingExpiration(Longest);
        return new Dictionary<string, int>(StringComparer.Ordinal);
    })!;
}
