using System.Globalization;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using QofFhir.Core;

namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>The NDJSON folder, indexed: a shelf a type. The bytes stay in the files; what changes later is held in memory.</summary>
internal sealed class Library : IDisposable
{
    private readonly Lock _changing = new();
    private readonly TimeProvider _clock;
    private readonly List<SafeFileHandle> _files = [];
    private readonly List<Problem> _problems = [];
    private volatile Holdings _now = new(new Dictionary<string, Shelf>(), []);

    private Library(TimeProvider clock) => _clock = clock;

    public CodeNumbers Codes { get; } = new();

    public Holdings Now => _now;

    /// <summary>Lines that are not served, and why.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    public Shelf Shelf(string type) => _now.Shelf(type);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Library Open(string folder, TimeProvider clock, CancellationToken cancellation)
    {
        var library = new Library(clock);
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
        Read(entry, bytes);
        return bytes;
    }

    /// <param name="entry">What to read.</param>
    /// <param name="bytes">As long as the entry.</param>
    public void Read(ShelfEntry entry, Span<byte> bytes)
    {
        if (entry.Held is { } held)
        {
            held.CopyTo(bytes);
        }
        else if (RandomAccess.Read(_files[entry.File], bytes, entry.Offset) != bytes.Length)
        {
            throw new EndOfStreamException("A file of the sample practice became shorter while it was served.");
        }
    }

    /// <summary>All of these at once, and gives the time that they bear.</summary>
    public DateTimeOffset Apply(Func<Holdings, IEnumerable<Change>> changes)
    {
        lock (_changing)
        {
            var (now, text) = Instant();
            var entries = new Dictionary<(string Type, string Id), ShelfEntry?>();
            foreach (var change in changes(_now))
            {
                entries[(change.Type, change.Id)] = change.Resource is null ? null : Entry(change.Id, change.Stamped(text));
            }

            _now = _now.With(entries, now);
            return now;
        }
    }

    /// <summary>What is held, and the time of which that is true: each later change bears this time or a later one.</summary>
    public (Holdings Holdings, DateTimeOffset At) Snapshot()
    {
        lock (_changing)
        {
            return (_now, Instant().Now);
        }
    }

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public void Dispose() => _files.ForEach(f => f.Dispose());

    /// <summary>In whole milliseconds: what is written is what is compared.</summary>
    private (DateTimeOffset Now, string Text) Instant()
    {
        var now = _clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        return (now, Text(now));
    }

    private ShelfEntry Entry(string id, byte[] json) => Entry(id, ResourceScanner.Scan(json), 0, 0, json.Length, json);

    private ShelfEntry Entry(string id, ScannedResource found, int file, long offset, int length, byte[]? held) =>
        new(id, file, offset, length, found.Patient, Numbers(found.Codes), Numbers(found.FurtherCodes), found.On, found.LastUpdated, held);

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

                    list.Add(Entry(id, found, file, offset, line.Length, held: null));
                }
            });
        }

        _now = new Holdings(entries.ToDictionary(e => e.Key, e => new Shelf(e.Value), StringComparer.Ordinal), []);
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
