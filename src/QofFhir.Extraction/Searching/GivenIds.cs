using System.Buffers;

namespace QofFhir.Extraction.Searching;

/// <summary>Which ids a search has given, in half a megabyte however many they are: what was given is always known again, and a new one is now and then taken for known.</summary>
internal sealed class GivenIds : IDisposable
{
    private const int Words = 64 * 1024;

    private readonly ulong[] _bits = ArrayPool<ulong>.Shared.Rent(Words);

    public GivenIds() => _bits.AsSpan(0, Words).Clear();

    /// <returns>Whether it is new.</returns>
    public bool Add(UInt128 identity) => Set((uint)identity) | Set((uint)(identity >> 32));

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_bits);

    private bool Set(uint place)
    {
        ref var word = ref _bits[(place >> 6) % Words];
        var bit = 1UL << (int)(place & 63);
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }
}
