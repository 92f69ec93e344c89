using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace QofFhir.Extraction.Cache;

/// <summary>Where the records of one practice are kept between extractions: one file, replaced as a whole, closed to others, sealed with AES-GCM where there is a key.</summary>
/// <param name="path">Of the file; beside it stand a lock and, during an extraction, what is being fetched.</param>
public sealed class RecordsCache(string path, CacheKey? key = null)
{
    public string Path => path;

    /// <param name="why">Why there is nothing that can be used.</param>
    /// <returns>Null when there are none, or the file is torn, changed, or of another key.</returns>
    public KeptRecords? Open(out string? why)
    {
        if (!File.Exists(path))
        {
            why = "no records are kept yet";
            return null;
        }

        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        KeptRecords? records = null;
        try
        {
            records = Read(file, out why);
            return records;
        }
        catch (Exception fault) when (fault is CryptographicException or InvalidDataException or JsonException)
        {
            why = "the kept records cannot be read with this key";
            return null;
        }
        finally
        {
            if (records is null)
            {
                file.Dispose();
            }
        }
    }

    /// <summary>Forgets the practice.</summary>
    /// <exception cref="ExtractionException">An extraction is at it.</exception>
    public void Delete()
    {
        using var only = Lock();
        Clear();
        File.Delete(path);
    }

    /// <summary>One at a time. The system lets go of it however the process ends.</summary>
    /// <exception cref="ExtractionException">Another one is at it.</exception>
    internal IDisposable Lock()
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            PrivateFolder.Create(folder);
        }

        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new ExtractionException("another extraction is writing the kept records of this practice", fault);
        }
    }

    /// <summary>A folder beside the file for what is fetched, empty; what a killed extraction left is gone.</summary>
    internal string Clear()
    {
        var folder = path + ".work";
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        File.Delete(Aside);
        return folder;
    }

    internal CacheWriter Write() => new(Aside, key);

    /// <summary>What was written takes the place of what is kept, in one step.</summary>
    internal KeptRecords Replace()
    {
        File.Move(Aside, path, overwrite: true);
        return Open(out var why) ?? throw new IOException($"The records were written and now cannot be read: {why}.");
    }

    /// <summary>What was written is read and never kept.</summary>
    internal KeptRecords ReadOnce()
    {
        var once = new RecordsCache(Aside, key).Open(out var why) ?? throw new IOException($"The records were written and now cannot be read: {why}.");
        File.Delete(Aside);
        return once;
    }

    private string Aside => path + ".new";

    private KeptRecords? Read(SafeFileHandle file, out string? why)
    {
        Span<byte> head = stackalloc byte[CacheFormat.HeadSize];
        Span<byte> tail = stackalloc byte[CacheFormat.TailSize];
        var length = RandomAccess.GetLength(file);
        if (length < head.Length + tail.Length
            || RandomAccess.Read(file, head, 0) != head.Length
            || !head.StartsWith(CacheFormat.Magic)
            || RandomAccess.Read(file, tail, length - tail.Length) != tail.Length
            || !tail[^SHA256.HashSizeInBytes..].SequenceEqual(Digest(file, length - SHA256.HashSizeInBytes)))
        {
            why = "the kept records are broken";
            return null;
        }

        if (head[CacheFormat.Magic.Length] != (key is null ? 0 : 1))
        {
            why = key is null ? "the kept records are sealed, and no key is configured" : "the kept records are not sealed, and a key is configured";
            return null;
        }

        var salt = head[^CacheFormat.SaltSize..].ToArray();
        var section = BinaryPrimitives.ReadInt32LittleEndian(tail[sizeof(long)..]);
        using var contents = new ChunkReader(file, BinaryPrimitives.ReadInt64LittleEndian(tail), key?.Cipher(salt), section);
        why = null;
        return new KeptRecords(file, () => key?.Cipher(salt), JsonSerializer.Deserialize<CacheContents>(contents) ?? throw new JsonException());
    }

    private static byte[] Digest(SafeFileHandle file, long length)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[128 * 1024];
        for (long at = 0; at < length;)
        {
            var read = RandomAccess.Read(file, block.AsSpan(0, (int)Math.Min(block.Length, length - at)), at);
            if (read == 0)
            {
                break;
            }

            digest.AppendData(block, 0, read);
            at += read;
        }

        return digest.GetHashAndReset();
    }
}
