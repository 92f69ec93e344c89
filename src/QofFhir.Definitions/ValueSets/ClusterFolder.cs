using System.Globalization;
using System.Text.RegularExpressions;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Reads a folder of gathered lists: <c>clusters.csv</c>, a file of codes for each cluster that is held, single codes, and the halves of a blood pressure.</summary>
internal static partial class ClusterFolder
{
    public const string Index = "clusters.csv";

    public static ImportSource? Read(string folder, ICollection<DefinitionMistake> mistakes)
    {
        using var table = DelimitedTable.Open(Path.Combine(folder, Index), mistakes);
        if (table is null)
        {
            return null;
        }

        var (name, refset, status) = (table.Required("cluster"), table.Required("refset_id"), table.Required("status"));
        var (size, file) = (table.Required("codes_may_2024"), table.Required("file"));
        var (version, title) = (table.Required("version"), table.Required("description"));
        var (source, note) = (table.Required("source"), table.Required("note"));
        if (name is null || refset is null || status is null || size is null || file is null)
        {
            return null;
        }

        var singles = SingleCodes.Read(Path.Combine(folder, "recorded-codes.csv"), mistakes);
        var clusters = new List<SourceCluster>();
        var rejected = 0;
        foreach (var row in table.Rows())
        {
            if (row[name] is not { } cluster || clusters.Exists(c => c.Head.Name == cluster))
            {
                mistakes.Add(new DefinitionMistake(table.File, row.Line, 1, "the cluster is missing or was listed before"));
                continue;
            }

            var state = row[status] ?? "";
            var codes = state switch
            {
                "held" or "derived" => OfFile(Path.Combine(folder, row[file] ?? ""), mistakes),
                "single-codes" => singles.Of(cluster),
                "missing" => new CodeCollector(mistakes, new TermList()),
                _ => null,
            };
            if (codes is null || (state != "missing" && codes.Count == 0))
            {
                // Nothing is better than half: an existing list of this cluster stays as it is.
                mistakes.Add(new DefinitionMistake(
                    table.File, row.Line, 1, $"{cluster} with status '{state}' cannot be read and is left out"));
                continue;
            }

            var published = int.TryParse(row[size], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null;
            var stated = $"{row[note]} {row[version]}";
            clusters.Add(new SourceCluster(
                new ValueSetContent
                {
                    Name = cluster,
                    Title = row[title],
                    RefsetId = row[refset],
                    Version = codes.Count == 0 ? "" : row[version] ?? "not recorded",
                    Class = ClusterClassRule.Of(cluster, row[refset]),
                    Completeness = CompletenessOf(state, codes, published, stated),
                    PublishedSize = published,
                    Certainty = codes.Count == 0 ? null : CertaintyOf(state, stated),
                    Provenance = Provenance(row[source], row[note]),
                },
                codes,
                ForQof: true));
            rejected += codes.Rejected;
        }

        return new ImportSource(clusters, PressureParts(folder, mistakes), rejected + singles.Rejected, singles.LeftOut);
    }

    /// <summary>Full only when the list is held as a list and has at least the published size; a size that is not known counts as reached.</summary>
    private static Completeness CompletenessOf(string status, CodeCollector codes, int? published, string stated) =>
        codes.Count == 0 ? Completeness.None
        : status == "held" && codes.Rejected == 0 && codes.Count >= (published ?? 0) && !IsInferred(stated) ? Completeness.Full
        : Completeness.Partial;

    private static Certainty CertaintyOf(string status, string stated) =>
        status != "held" || IsInferred(stated) ? Certainty.Inferred
        : stated.Contains("as in May 2024", StringComparison.Ordinal) ? Certainty.Confirmed
        : Certainty.Found;

    private static bool IsInferred(string stated) =>
        stated.Contains("inferred", StringComparison.Ordinal) || stated.Contains("stand-in", StringComparison.Ordinal);

    private static CodeCollector? OfFile(string file, ICollection<DefinitionMistake> mistakes)
    {
        using var table = DelimitedTable.Open(file, mistakes);
        if (table is null || table.Required("code") is not { } code || table.Required("term") is not { } term)
        {
            return null;
        }

        var codes = new CodeCollector(mistakes, new TermList());
        foreach (var row in table.Rows(_ => codes.Miss()))
        {
            codes.Add(file, row.Line, row[code], row[term]);
        }

        return codes;
    }

    private static List<ValueSetContent> PressureParts(string folder, ICollection<DefinitionMistake> mistakes)
    {
        var file = Path.Combine(folder, "bp-parts.csv");
        using var table = File.Exists(file) ? DelimitedTable.Open(file, mistakes) : null;
        if (table is null || table.Required("code") is not { } code || table.Required("part") is not { } part)
        {
            return [];
        }

        var term = table.Optional("term");
        var rows = table.Rows().ToList();
        return [.. new[] { PressurePart.Systolic, PressurePart.Diastolic }.Select(half =>
        {
            var codes = new CodeCollector(mistakes, new TermList());
            foreach (var row in rows.Where(r => string.Equals(r[part], half.ToString(), StringComparison.OrdinalIgnoreCase)))
            {
                codes.Add(file, row.Line, row[code], row[term]);
            }

            return new ValueSetContent
            {
                Name = ValueSetTerms.NameOf(half),
                Title = $"Codes of a {half.ToString().ToLowerInvariant()} blood pressure",
                Version = "1",
                Class = ClusterClass.Code,
                Completeness = Completeness.Partial,
                Certainty = Certainty.Inferred,
                Provenance = "Our own list: the codes of BP_COD whose term says which half it is",
                Ours = true,
                Codes = codes.Codes(),
            };
        })];
    }

    // References to the working notes of whoever gathered the lists mean nothing to a reader of the value set.
    private static string? Provenance(string? source, string? note)
    {
        var text = string.Join("; ", new[] { source, note }.OfType<string>().Select(t => WorkingNotes().Replace(t, "").Trim(' ', ';', ',')));
        return text.Trim(' ', ';') is { Length: > 0 } told ? told : null;
    }

    [GeneratedRegex(@"(, | \()file[ -]index( ids [0-9, ]+)?\)?|\(assembled here\) recorded-codes\.csv|(?<=assembled) from recorded-codes\.csv")]
    private static partial Regex WorkingNotes();
}
