using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Reads the official release's reference set content: one row a code, with the cluster, its reference set and the service that uses it.</summary>
internal static class ReleaseFile
{
    /// <param name="version">Null: the day in the file's name.</param>
    public static ImportSource? Read(string file, string? version, ICollection<DefinitionMistake> mistakes)
    {
        if (DelimitedTable.Read(file, mistakes) is not { } table)
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

        var clusters = new List<SourceCluster>();
        var nameless = table.Rows.Where(r => r[cluster] is null).ToList();
        nameless.ForEach(r => mistakes.Add(new DefinitionMistake(file, r.Line, 1, "the row has no cluster")));
        var rejected = nameless.Count;
        foreach (var rows in table.Rows.Except(nameless).GroupBy(r => r[cluster]!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var refsetId = RefsetOf(file, rows, refset, mistakes);
            var codes = new CodeCollector(file, mistakes);
            foreach (var row in rows)
            {
                codes.Add(row.Line, row[code], row[term]);
            }

            rejected += codes.Rejected;
            clusters.Add(new SourceCluster(
                new ValueSetContent
                {
                    Name = rows.Key,
                    Title = rows.Select(r => r[title]).FirstOrDefault(t => t is not null),
                    RefsetId = refsetId,
                    Version = version,
                    Class = ClusterClassRule.Of(rows.Key, refsetId),
                    Completeness = codes.Codes.Count == 0 ? Completeness.None
                        : codes.Rejected > 0 ? Completeness.Partial : Completeness.Full,
                    PublishedSize = rows.Select(r => r[code]).Distinct(StringComparer.Ordinal).Count(),
                    Certainty = Certainty.Found,
                    Provenance = "Primary Care Domain reference set content, " + Path.GetFileName(file),
                    Codes = codes.Codes,
                },
                codes.Rows - codes.Rejected,
                ForQof: service is null || rows.Any(r => r[service]?.StartsWith("QOF", StringComparison.OrdinalIgnoreCase) == true)));
        }

        return new ImportSource(clusters, [], rejected, LeftOut: 0);
    }

    private static string? RefsetOf(
        string file, IEnumerable<TableRow> rows, int? refset, ICollection<DefinitionMistake> mistakes)
    {
        string? first = null;
        foreach (var row in rows.Where(r => r[refset] is not null))
        {
            first ??= row[refset];
            if (row[refset] != first || !SnomedId.IsValid(first!))
            {
                mistakes.Add(new DefinitionMistake(file, row.Line, 1, $"'{row[refset]}' is not the one reference set id of this cluster; expected '{first}' with a right check digit"));
                break;
            }
        }

        return first is not null && SnomedId.IsValid(first) ? first : null;
    }
}
