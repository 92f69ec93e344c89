using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Lists of a terminology server as a source of an import.</summary>
internal static class ExpandedClusters
{
    public static ImportSource Read(string folder, IEnumerable<ClusterList> lists, ICollection<DefinitionMistake> mistakes)
    {
        var heads = ValueSetFolder.Read(folder, mistakes).ToDictionary(f => f.Content.Name, f => f.Content with { Codes = [] }, StringComparer.Ordinal);
        var clusters = new List<SourceCluster>();
        foreach (var list in lists)
        {
            var codes = new CodeCollector(mistakes, new TermList());
            foreach (var (index, code) in list.Codes.Index())
            {
                if (code.System == ValueSetTerms.Snomed)
                {
                    codes.Add(list.Source, index + 1, code.Code, code.Display);
                }
                else
                {
                    codes.Reject(list.Source, index + 1, code.Code, $"{code.System}|{code.Code} is no code of SNOMED CT, which the reference set is of");
                }
            }

            var day = ValueSetWriter.DayOf(list.Version ?? "")?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            clusters.Add(new SourceCluster(
                heads[list.Cluster] with
                {
                    Version = day ?? list.Version ?? "not recorded",
                    Completeness = codes.Rejected > 0 ? Completeness.Partial : Completeness.Full,
                    PublishedSize = codes.Listed,
                    Certainty = Certainty.Found,
                    Provenance = $"Expanded by {list.Source}" + (list.Version is null ? "" : $", {list.Version}"),
                    Total = null,
                },
                codes,
                ForQof: true));
        }

        return new ImportSource(clusters, [], clusters.Sum(c => c.Codes.Rejected), 0);
    }
}
