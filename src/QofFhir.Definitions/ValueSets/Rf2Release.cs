using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Reads simple reference sets of an RF2 release, clinical or drugs: snapshots alone, in a folder or in a zip, however deep.</summary>
internal static partial class Rf2Release
{
    public static bool IsOne(string source) =>
        Directory.Exists(source) || IsZip(source) || Snapshot().IsMatch(Path.GetFileName(source));

    /// <param name="version">Null: for each list the day of the latest file that it is in.</param>
    /// <param name="folder">Folder of value sets: whose <c>compose</c> names a reference set, that set is wanted.</param>
    public static ImportSource? Read(string source, string? version, string? folder, ICollection<DefinitionMistake> mistakes)
    {
        var refsets = new Rf2Refsets(Wanted(folder), mistakes);
        try
        {
            foreach (var file in Newest(Files(source), mistakes))
            {
                file.Read((name, stream) => refsets.Read(name, file.Day, stream));
            }
        }
        catch (InvalidDataException broken)
        {
            mistakes.Add(new DefinitionMistake(source, 1, 1, "the zip cannot be read: " + broken.Message));
            return null;
        }

        if (refsets.Files == 0)
        {
            mistakes.Add(new DefinitionMistake(source, 1, 1, "there is neither clusters.csv nor a simple reference set snapshot in it, such as der2_Refset_SimpleSnapshot_GB1000000_20260401.txt"));
            return null;
        }

        return refsets.Source(version);
    }

    private static Dictionary<string, List<ValueSetContent>> Wanted(string? folder) =>
        folder is null || !Directory.Exists(folder) ? [] : ValueSetFolder.Read(folder, [])
            .Select(f => f.Content with { Codes = [] })
            .Where(c => c.RefsetId is not null)
            .GroupBy(c => c.RefsetId!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private static IEnumerable<Rf2File> Files(string source)
    {
        if (!Directory.Exists(source))
        {
            return IsZip(source) ? InZip(source) : [new Rf2File(source, null, DayOf(source))];
        }

        var files = Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        return
        [
            .. files.Where(f => Snapshot().IsMatch(Path.GetFileName(f))).Select(f => new Rf2File(f, null, DayOf(f))),
            .. files.Where(IsZip).SelectMany(InZip),
        ];
    }

    private static IEnumerable<Rf2File> InZip(string zip)
    {
        using var archive = ZipFile.OpenRead(zip);
        return [.. archive.Entries.Where(e => Snapshot().IsMatch(e.Name)).Select(e => new Rf2File(zip, e.FullName, DayOf(e.Name)))];
    }

    // Two releases in one folder would bring back what the later one took out.
    private static IEnumerable<Rf2File> Newest(IEnumerable<Rf2File> files, ICollection<DefinitionMistake> mistakes)
    {
        foreach (var same in files.GroupBy(f => f.Kind, StringComparer.Ordinal))
        {
            var order = same.OrderByDescending(f => f.Day, StringComparer.Ordinal).ToList();
            foreach (var older in order.Skip(1))
            {
                mistakes.Add(new DefinitionMistake(older.Name, 1, 1, $"left out: {order[0].Name} is the same file of a release as new or newer"));
            }

            yield return order[0];
        }
    }

    private static bool IsZip(string file) => file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static string DayOf(string file) =>
        ValueSetWriter.DayOf(Path.GetFileName(file))?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";

    // "Refset" without letters before it: rows of six columns and nothing else. A beta release has an x in front.
    [GeneratedRegex(@"^x?der2_Refset_\w*Snapshot\w*\.txt$", RegexOptions.IgnoreCase)]
    private static partial Regex Snapshot();
}
