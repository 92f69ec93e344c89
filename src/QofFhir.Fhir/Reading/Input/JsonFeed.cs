using System.IO.Compression;

namespace QofFhir.Fhir.Reading.Input;

/// <summary>The decompressed bytes of one input through a window: it begins where the caller has advanced to and grows as more is asked for.</summary>
internal sealed class JsonFeed : IDisposable
{
    private readonly SourceStream _source;
    private readonly Stream _bytes;
    private readonly ReadingLimits _limits;
    private readonly bool _gzip;
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private long _total;
    private bool _whole;

    public JsonFeed(Stream input, ReadingLimits limits)
    {
        _limits = limits;
        _source = new SourceStream(input);
        _gzip = _source.First is [0x1F, 0x8B, ..];
        _bytes = _gzip ? new GZipStream(_source, CompressionMode.Decompress, leaveOpen: true) : _source;
        if (_gzip)
        {
            _source.Append(GzipSeal.Member);
        }
    }

    /// <summary>Why the input ended before its end, or null.</summary>
    public InputFault? Fault { get; private set; }

    public bool Ended { get; private set; }

    /// <summary>Line, from 1, on which the window begins.</summary>
    public int Line { get; private set; } = 1;

    public ReadOnlySpan<byte> Window => _buffer.AsSpan(_start, _end - _start);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Moves the window's beginning; bytes before it are gone.</summary>
    public void Advance(int count)
    {
        Line += _buffer.AsSpan(_start, count).Count((byte)'\n');
        _start += count;
    }

    /// <summary>Widens the window at its end; false when there is nothing more.</summary>
    public bool More()
    {
        if (Ended)
        {
            return false;
        }

        MakeRoom();
        var read = Read();
        if (read == 0)
        {
            Ended = true;
            if (_gzip && Fault is null && !_whole)
            {
                Fault = InputFault.Gzip;
            }

            return false;
        }

        _end += read;
        _total += read;
        Fault = _total > _limits.InputBytes ? InputFault.TooMuch
            : _gzip && _total > _limits.ExpansionJudgedFrom && _total / _limits.Expansion > _source.Taken ? InputFault.Bomb
            : null;
        Ended = Fault is not null;
        return !Ended;
    }

    public void Dispose()
    {
        if (_gzip)
        {
            _bytes.Dispose();
        }
    }

    private int Read()
    {
        try
        {
            var read = _bytes.Read(_buffer, _end, _buffer.Length - _end);
            if (!_source.AppendixTaken)
            {
                return read;
            }

            _whole = IsSeal(_buffer.AsSpan(_end, read));
            return 0;
        }
        catch (InvalidDataException) when (_gzip)
        {
            Fault = InputFault.Gzip;
            return 0;
        }
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        var kept = _end - _start;
        var target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, target, 0, kept);
        (_buffer, _start, _end) = (target, 0, kept);
    }

    /// <param name="begin">What came out first after the seal was taken.</param>
    private bool IsSeal(ReadOnlySpan<byte> begin)
    {
        // One byte more than the seal, so that anything longer is told from it.
        Span<byte> output = stackalloc byte[GzipSeal.Length + 1];
        if (begin.Length > GzipSeal.Length)
        {
            return false;
        }

        begin.CopyTo(output);
        return GzipSeal.Is(output[..(begin.Length + _bytes.ReadAtLeast(output[begin.Length..], output.Length - begin.Length, throwOnEndOfStream: false))]);
    }
}
