using System.Buffers.Binary;
using System.Security.Cryptography;

namespace QofFhir.Extraction.Cache;

/// <summary>Writes one section in chunks, sealed where there is a cipher; disposing writes the last chunk.</summary>
internal sealed class ChunkWriter(Action<ReadOnlySpan<byte>> write, AesGcm? cipher, int section) : Stream
{
    private readonly byte[] _chunk = new byte[CacheFormat.ChunkSize];
    private readonly byte[] _sealed = new byte[cipher is null ? 0 : CacheFormat.ChunkSize];
    private int _held;
    private long _number;
    private bool _ended;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_held == _chunk.Length)
            {
                Send(last: false);
            }

            var part = buffer[..Math.Min(buffer.Length, _chunk.Length - _held)];
            part.CopyTo(_chunk.AsSpan(_held));
            _held += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_ended)
        {
            _ended = true;
            Send(last: true);
            cipher?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Send(bool last)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)_held | (last ? CacheFormat.Last : 0));
        write(length);
        var plain = _chunk.AsSpan(0, _held);
        if (cipher is null)
        {
            write(plain);
        }
        else
        {
            Span<byte> nonce = stackalloc byte[CacheFormat.NonceSize];
            Span<byte> tag = stackalloc byte[CacheFormat.TagSize];
            CacheFormat.Nonce(nonce, section, _number, last);
            cipher.Encrypt(nonce, plain, _sealed.AsSpan(0, _held), tag);
            write(_sealed.AsSpan(0, _held));
            write(tag);
        }

        _number++;
        _held = 0;
    }
}
