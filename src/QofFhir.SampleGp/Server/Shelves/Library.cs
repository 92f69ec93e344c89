using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using QofFhir.Core;

namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>The NDJSON folder, indexed: a shelf a type. The bytes stay in the files.</summary>
internal sealed class Library : IDisposable
{
    private static readonly Shelf Empty = new([]);

    private readonly List<SafeFileHandle> _files = [];
    private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    private Library()
    {
    }

    public CodeNumbers Codes { get; } = new();

    public IEnumerable<string> Types => _shelves.Keys;

    /// <summary>Lines that are not served, and why.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    public Shelf Shelf(string type) => _shelves.GetValueOrDefault(type, Empty);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Library Open(string folder, CancellationToken cancellation)
    {
        var library = new Library();
        var whole = false;
        try
        {
            library.Read(folder, cancellation);
            whole = true;
            return library;
        }
        finally
        {
            if (!whole)
            {
                library.Dispose();
            }
        }
    }

    public byte[] Read(ShelfEntry entry)
    {
        var bytes = new byte[entry.Length];
        var read = RandomAccess.Read(_files[entry.File], bytes, entry.Offset);
        return read == bytes.Length ? bytes : throw new EndOfStreamException("A file of the sample practice became shorter while it was served.");
    }

    public void Dispose() => _files.ForEach(f => f.Dispose());

    private void Read(string folder, CancellationToken cancellation)
    {
        var entries = new Dictionary<string, List<ShelfEntry>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.ndjson").Order(StringComparer.Ordinal))
        {
            var (file, name) = (_files.Count, Path.GetFileName(path));
            _files.Add(File.OpenHandle(path));
            LineFile.Walk(_files[file], (number, offset, line) =>
            {
                cancellation.ThrowIfCancellationRequested();
                if (Scan(line, $"{name}:{number}") is { Type: { } type, Id: { } id } found && IsNew(seen, type, id, $"{name}:{number}"))
                {
                    if (!entries.TryGetValue(type, out var list))
                    {
                        entries.Add(type, list = []);
                    }

                    list.Add(new ShelfEntry(id, file, offset, line.Length, found.Patient, Numbers(found.Codes), Numbers(found.ComponentCodes), found.On, found.LastUpdated));
                }
            });
        }

        foreach (var (type, list) in entries)
        {
            _shelves.Add(type, new Shelf(list));
        }
    }

    private ScannedResource? Scan(ReadOnlySpan<byte> line, string where)
    {
        try
        {
            var found = ResourceScanner.Scan(line);
            if (found is { Type: not null, Id: not null })
            {
                return found;
            }

            _problems.Add(new Problem(ProblemKind.Required, ProblemSeverity.Error, where, found.Type is null ? "resourceType" : "id", "A resource to serve needs a type and an id."));
        }
        catch (JsonException)
        {
            _problems.Add(new Problem(ProblemKind.Unreadable, ProblemSeverity.Error, where, null, "The line is not one JSON object."));
        }

        return null;
    }

    private bool IsNew(HashSet<string> seen, string type, string id, string where)
    {
        var added = seen.Add(type + "/" + id);
        if (!added)
        {
            _problems.Add(new Problem(ProblemKind.Duplicate, ProblemSeverity.Error, where, "id", "A resource of this type and id stands earlier; the first is served."));
        }

        return added;
    }

    private int[] Numbers(List<string> codings) => codings.Count == 0 ? [] : [.. codings.Select(Codes.NumberOf)];
}
