using QofFhir.Extraction.Files;

namespace QofFhir.Extraction.Bulk.Files;

/// <summary>Where the resources of an export land: a file for each type that was asked.</summary>
internal sealed class Landing : IDisposable
{
    private readonly TypeFile[] _files;
    private readonly Dictionary<string, FilterCheck> _checks;
    private long _lines;

    /// <param name="checks">Of the types that were asked by code.</param>
    public Landing(string folder, IEnumerable<string> types, Dictionary<string, FilterCheck> checks)
    {
        _checks = checks;
        _files = [.. types.Select(t => new TypeFile(folder, t))];
    }

    public long Lines => Interlocked.Read(ref _lines);

    /// <returns>Null for a type that was not asked.</returns>
    public TypeFile? File(ReadOnlySpan<byte> type)
    {
        foreach (var file in _files)
        {
            if (type.SequenceEqual(file.Name))
            {
                return file;
            }
        }

        return null;
    }

    public TypeFile? File(string type) => _files.FirstOrDefault(f => f.Type == type);

    /// <returns>Null when the type has been looked at enough, or need not be.</returns>
    public FilterCheck? Check(string type) => _checks.TryGetValue(type, out var check) && !check.Done ? check : null;

    public void Count(int lines) => Interlocked.Add(ref _lines, lines);

    /// <returns>Resources by type, each id once.</returns>
    public SortedDictionary<string, int> Settle() => new(_files.ToDictionary(f => f.Type, f => f.Settle()), StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Dispose();
        }
    }
}
