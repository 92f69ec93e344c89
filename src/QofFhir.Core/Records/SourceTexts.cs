using System.Text;

namespace QofFhir.Core.Records;

/// <summary>Names of resources as UTF-8, one behind the other.</summary>
internal sealed class SourceTexts
{
    private byte[] _text = new byte[1 << 12];
    private readonly List<int> _starts = [0];

    public int Count => _starts.Count - 1;

    public ReadOnlySpan<byte> this[int source] => _text.AsSpan(_starts[source], _starts[source + 1] - _starts[source]);

    /// <returns>Its number.</returns>
    public int Add(string text)
    {
        var used = _starts[^1];
        return Added(used + Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetByteCount(text))));
    }

    /// <summary>Takes <c>type/id</c>.</summary>
    /// <param name="type">ASCII.</param>
    /// <returns>Its number.</returns>
    public int Add(string type, ReadOnlySpan<byte> id)
    {
        var room = Room(type.Length + 1 + id.Length);
        Encoding.ASCII.GetBytes(type, room);
        room[type.Length] = (byte)'/';
        id.CopyTo(room[(type.Length + 1)..]);
        return Added(_starts[^1] + type.Length + 1 + id.Length);
    }

    private Span<byte> Room(int length)
    {
        var needed = checked(_starts[^1] + length);
        if (needed > _text.Length)
        {
            Array.Resize(ref _text, (int)Math.Max(needed, Math.Min(2L * _text.Length, Array.MaxLength)));
        }

        return _text.AsSpan(_starts[^1], length);
    }

    private int Added(int end)
    {
        _starts.Add(end);
        return Count - 1;
    }
}
