namespace QofFhir.SampleGp.Practice;

/// <summary>A small random number generator of our own (SplitMix64), so that no runtime or machine changes the bytes.</summary>
/// <remarks>Only additions and multiplications: functions like Log differ in the last bit between machines.</remarks>
internal struct Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Each patient draws from a stream of its own: one more draw for one patient changes no other.</summary>
    public static Chance For(int seed, int patient) =>
        new(Mix(((ulong)(uint)seed << 32) + (uint)patient + 0x9E3779B97F4A7C15UL));

    /// <summary>A number from 0 (inside) to <paramref name="end"/> (outside).</summary>
    public int Below(int end) => (int)((Next() >> 32) * (ulong)end >> 32);

    /// <summary>A number between two ends, both inside.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True in so many of ten thousand.</summary>
    public bool In10000(int rate) => Below(10_000) < rate;

    /// <summary>About normal, whole numbers: twelve even draws added.</summary>
    public int Around(int mean, int deviation)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += Below(1000);
        }

        return mean + ((sum - 5994) * deviation / 1000);
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
