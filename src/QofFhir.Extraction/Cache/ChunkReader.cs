using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace QofFhir.Extraction.Cache;

/// <summary>Reads one section from where it begins to its last chunk.</summary>
internal sealed class ChunkReader(SafeFileHandle file, long offset, AesGcm? cipher, int section) : Stream
{
    private readonly byte[] _raw = new byte[CacheFormat.ChunkSize + CacheFormat.TagSize];
    private readonly byte[] _plain = new byte[cipher is null ? 0 : CacheFormat.ChunkSize];
    private long _offset = offset;
    private ReadOnlyMemory<byte> _held;
    private long _number;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">The file was changed or broken off since it was checked.</exception>
    /// <exception cref="AuthenticationTagMismatchException">It was sealed under another key, or changed.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_held.IsEmpty && !_ended)
        {
            Next();
        }

        var part = _held.Span[..Math.Min(buffer.Length, _held.Length)];
        part.CopyTo(buffer);
        _held = _held[part.Length..];
        return part.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Next()
    {
        Span<byte> head = stackalloc byte[sizeof(uint)];
        Fill(head);
        var told = BinaryPrimitives.ReadUInt32LittleEndian(head);
        var (length, last) = ((int)(told & ~CacheFormat.Last), (told & CacheFormat.Last) != 0);
        if (length > CacheFormat.ChunkSize)
        {
            throw new InvalidDataException("A chunk of the kept records is too long.");
        }

        if (cipher is null)
        {
            Fill(_raw.AsSpan(0, length));
            _held = _raw.AsMemory(0, length);
        }
        else
        {
            Fill(_raw.AsSpan(0, length + CacheFormat.TagSize));
            Span<byte> nonce = stackalloc byte[CacheFormat.NonceSize];
            CacheFormat.Nonce(nonce, section, _number, last);
            cipher.Decrypt(nonce, _raw.AsSpan(0, length), _raw.AsSpan(length, CacheFormat.TagSize), _plain.AsSpan(0, length));
            _held = _plain.AsMemory(0, length);
        }

        _number++;
        _ended = last;
    }

    private void Fill(Span<byte> bytes)
    {
        for (var filled = 0; filled < bytes.Length;)
        {
            var read = RandomAccess.Read(file, bytes[filled..], _offset);
            if (read == 0)
            {
                throw new InvalidDataException("The kept records break off.");
            }

            filled += read;
            _offset += read;
        }
    }
}
