using QofFhir.SampleGp.Practice;

namespace QofFhir.SampleGp.Edges;

/// <summary>One stream of choices: the same seed and name give the same on every machine.</summary>
internal sealed class Luck
{
    private Chance _chance;

    public Luck(int seed, string name)
    {
        // FNV-1a; the runtime's own hash of a text differs from run to run.
        var hash = 2166136261u;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 16777619u;
        }

        _chance = Chance.For(seed, (int)hash);
    }

    /// <summary>True in so many of a hundred.</summary>
    public bool Percent(int rate) => _chance.Below(100) < rate;

    /// <summary>From 0 (inside) to the end (outside).</summary>
    public int Below(int end) => _chance.Below(end);

    public T Of<T>(params IReadOnlyList<T> items) => items[_chance.Below(items.Count)];
}
