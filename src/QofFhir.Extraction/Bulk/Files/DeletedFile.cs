using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QofFhir.Extraction.Bulk.Files;

/// <summary>What a server says was deleted: on disk, since it may be much.</summary>
internal sealed partial class DeletedFile(string folder)
{
    private readonly Lock _one = new();

    public string Path { get; } = System.IO.Path.Combine(folder, "deleted.txt");

    /// <summary>Writes down the deletions of some lines, each a transaction Bundle.</summary>
    /// <returns>False when a line says something else, so that a deletion may be lost.</returns>
    public bool Take(ReadOnlyMemory<byte> lines)
    {
        var (names, understood) = (new StringBuilder(), true);
        while (!lines.IsEmpty)
        {
            var end = lines.Span.IndexOf((byte)'\n');
            var line = lines[..end];
            lines = lines[(end + 1)..];
            understood &= line.Span.IndexOfAnyExcept(" \r\t"u8) < 0 || Entries(line, names);
        }

        lock (_one)
        {
            File.AppendAllText(Path, names.ToString());
        }

        return understood;
    }

    private static bool Entries(ReadOnlyMemory<byte> line, StringBuilder names)
    {
        try
        {
            using var bundle = JsonDocument.Parse(line);
            if (!bundle.RootElement.TryGetProperty("entry", out var entries))
            {
                return bundle.RootElement.GetProperty("resourceType").GetString() == "Bundle";
            }

            var understood = true;
            foreach (var entry in entries.EnumerateArray())
            {
                var request = entry.GetProperty("request");
                var name = Name().Match(request.GetProperty("url").GetString() ?? "");
                understood &= name.Success && request.GetProperty("method").GetString() == "DELETE";
                names.Append(name.Success ? name.Groups[1].Value + "\n" : "");
            }

            return understood;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"(?:^|/)([A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64})$")]
    private static partial Regex Name();
}
