using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace QofFhir.Extraction.Cache;

/// <summary>Writes the records of a practice anew: sections one after another, then the contents.</summary>
internal sealed class CacheWriter : IDisposable
{
    private readonly FileStream _file;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly CacheKey? _key;
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(CacheFormat.SaltSize);
    private readonly List<CacheSection> _sections = [];
    private Stream? _lines;
    private int _count;

    /// <param name="path">What stands there is gone. Only the owner may look inside.</param>
    public CacheWriter(string path, CacheKey? key)
    {
        _key = key;
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 64 * 1024 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _file = new FileStream(path, options);
        Send([.. CacheFormat.Magic, (byte)(key is null ? 0 : 1)]);
        Send(_salt);
    }

    public void Begin(string type)
    {
        _sections.Add(new CacheSection(type, _file.Position, 0));
        _lines = new BrotliStream(Chunks(), CompressionLevel.Fastest);
        _count = 0;
    }

    public void Add(ReadOnlySpan<byte> line)
    {
        _lines!.Write(line);
        _lines.WriteByte((byte)'\n');
        _count++;
    }

    public void End()
    {
        _lines!.Dispose();
        _sections[^1] = _sections[^1] with { Count = _count };
    }

    /// <summary>Writes the contents with the sections, and sees everything onto the disk.</summary>
    public void Finish(CacheContents contents)
    {
        var (at, section) = (_file.Position, _sections.Count);
        using (var chunks = new ChunkWriter(Send, _key?.Cipher(_salt), section))
        {
            JsonSerializer.Serialize(chunks, contents with { Sections = _sections });
        }

        Span<byte> end = stackalloc byte[sizeof(long) + sizeof(int)];
        BinaryPrimitives.WriteInt64LittleEndian(end, at);
        BinaryPrimitives.WriteInt32LittleEndian(end[sizeof(long)..], section);
        Send(end);
        _file.Write(_digest.GetHashAndReset());
        _file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _lines?.Dispose();
        _file.Dispose();
        _digest.Dispose();
    }

    private ChunkWriter Chunks() => new(Send, _key?.Cipher(_salt), _sections.Count - 1);

    private void Send(ReadOnlySpan<byte> bytes)
    {
        _digest.AppendData(bytes);
        _file.Write(bytes);
    }
}
