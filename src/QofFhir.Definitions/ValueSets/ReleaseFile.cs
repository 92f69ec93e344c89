using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Reads the official release's reference set content: one row a code, with the cluster, its reference set and the service that uses it.</summary>
internal static class ReleaseFile
{
    /// <param name="version">Null: the day in the file's name.</param>
    public static ImportSource? Read(string file, string? version, ICollection<DefinitionMistake> mistakes)
    {
        using var table = DelimitedTable.Open(file, mistakes);
        if (table is null)
        {
            return null;
        }

        var cluster = table.Required("Cluster_ID");
        var title = table.Optional("Cluster_Description", "Cluster_Desc");
        var code = table.Required("SNOMED_code", "SNOMED_concept_ID");
        var term = table.Optional("SNOMED_code_description", "SNOMED_concept_description");
        var refset = table.Required("PCD_Refset_ID", "Refset_ID");
        var service = table.Optional("Service_and_Ruleset");
        version ??= ValueSetWriter.DayOf(Path.GetFileName(file))?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (version is null)
        {
            mistakes.Add(new DefinitionMistake(file, 1, 1, "the version is not known: the file's name holds no day (YYYYMMDD) and none was given"));
        }

        if (cluster is null || code is null || refset is null || version is null)
        {
            return null;
        }

        var clusters = new Dictionary<string, ReleaseCluster>(StringComparer.Ordinal);
        var terms = new TermList();
        var lost = 0;
        foreach (var row in table.Rows(Miss))
        {
            if (Of(row) is not { } gathered)
            {
                mistakes.Add(new DefinitionMistake(file, row.Line, 1, $"'{row[cluster]}' is no cluster; expected a name of letters, digits and _"));
                lost++;
                continue;
            }

            gathered.Title ??= row[title];
            gathered.ForQof |= service is null || row[service]?.StartsWith("QOF", StringComparison.OrdinalIgnoreCase) == true;
            gathered.Meet(row.Line, row[refset]);
            gathered.Codes.Add(file, row.Line, row[code], row[term]);
        }

        return new ImportSource(
            [.. clusters.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value.Cluster(c.Key, version, lost > 0))], [],
            lost + clusters.Values.Sum(c => c.Codes.Rejected), LeftOut: 0);

        ReleaseCluster? Of(TableRow row)
        {
            var name = row[cluster] ?? "";
            if (!clusters.TryGetValue(name, out var gathered) && IsName(name))
            {
                clusters.Add(name, gathered = new ReleaseCluster(file, new CodeCollector(mistakes, terms), mistakes));
            }

            return gathered;
        }

        void Miss(TableRow row)
        {
            if (Of(row) is { } gathered)
            {
                gathered.Codes.Miss();
            }
            else
            {
                lost++;
            }
        }
    }

    // It becomes the name of a file.
    private static bool IsName(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
