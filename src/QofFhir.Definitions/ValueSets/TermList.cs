using System.Text;

namespace QofFhir.Definitions.ValueSets;

/// <summary>The terms of codes, each once and as UTF-8 end to end: a release has hundreds of thousands, and repeats them for every cluster and service that uses the code.</summary>
internal sealed class TermList
{
    private const int BlockSize = 1 << 20;

    private readonly List<byte[]> _blocks = [];
    private readonly Dictionary<long, (int Block, int Start, int Length)> _places = [];
    private int _filled = BlockSize;

    /// <summary>The first term of a code stays.</summary>
    public void Add(long code, string term)
    {
        if (_places.ContainsKey(code))
        {
            return;
        }

        var length = Encoding.UTF8.GetByteCount(term);
        if (_filled + length > BlockSize)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, length)]);
            _filled = 0;
        }

        Encoding.UTF8.GetBytes(term, _blocks[^1].AsSpan(_filled));
        _places.Add(code, (_blocks.Count - 1, _filled, length));
        _filled += length;
    }

    /// <summary>Null where no source gave it.</summary>
    public string? Of(long code) =>
        _places.TryGetValue(code, out var place) ? Encoding.UTF8.GetString(_blocks[place.Block], place.Start, place.Length) : null;
}
