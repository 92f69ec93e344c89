namespace QofFhir.Fhir.Reading.Input;

/// <summary>An input as it lies on disk: its first bytes can be looked at, what was taken is counted, and more bytes can be put after its end.</summary>
internal sealed class SourceStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _first = new byte[4];
    private readonly int _firstLength;
    private int _firstTaken;
    private byte[] _after = [];
    private int _afterTaken;

    public SourceStream(Stream inner)
    {
        _inner = inner;
        _firstLength = inner.ReadAtLeast(_first, _first.Length, throwOnEndOfStream: false);
        Taken = _firstLength;
    }

    public ReadOnlySpan<byte> First => _first.AsSpan(0, _firstLength);

    /// <summary>Bytes taken from the input itself.</summary>
    public long Taken { get; private set; }

    /// <summary>The input is at its end, and bytes put after it were taken.</summary>
    public bool AppendixTaken => _afterTaken > 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Append(byte[] after) => _after = after;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        if (_firstTaken < _firstLength)
        {
            return Copy(First, ref _firstTaken, buffer);
        }

        var read = _inner.Read(buffer);
        Taken += read;
        return read > 0 ? read : Copy(_after, ref _afterTaken, buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Copy(ReadOnlySpan<byte> from, ref int taken, Span<byte> to)
    {
        var count = Math.Min(from.Length - taken, to.Length);
        from.Slice(taken, count).CopyTo(to);
        taken += count;
        return count;
    }
}
