using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Check;

/// <summary>How much of the records falls in a cluster.</summary>
/// <param name="Patients">Patients with at least one event of it.</param>
internal sealed record Coverage(Cluster Cluster, int Patients, int Events)
{
    /// <summary>One a cluster, in the order of names. An event counts in every cluster that holds one of its codes and takes its class.</summary>
    public static IReadOnlyList<Coverage> Of(IEnumerable<Cluster> clusters, PracticeRecords records)
    {
        var sorted = clusters.OrderBy(c => c.Name, StringComparer.Ordinal).ToArray();
        var byCode = sorted.Index().SelectMany(c => c.Item.Codes.Select(code => (code, c.Index))).ToLookup(c => c.code, c => c.Index);
        var byConcept = Enumerable.Range(0, records.Concepts.Count)
            .Select(concept => records.Concepts.Keys(concept).SelectMany(k => byCode[k]).Distinct().ToArray())
            .ToArray();
        var events = new int[sorted.Length];
        var patients = new int[sorted.Length];
        var last = Enumerable.Repeat(-1, sorted.Length).ToArray();
        for (var patient = 0; patient < records.PatientCount; patient++)
        {
            for (var e = records.FirstEvent(patient); e < records.FirstEvent(patient + 1); e++)
            {
                var recorded = records.Event(e);
                foreach (var cluster in byConcept[recorded.Concept].Where(c => Takes(sorted[c], recorded.Class)))
                {
                    events[cluster]++;
                    patients[cluster] += last[cluster] == patient ? 0 : 1;
                    last[cluster] = patient;
                }
            }
        }

        return [.. sorted.Select((c, i) => new Coverage(c, patients[i], events[i]))];
    }

    private static bool Takes(Cluster cluster, EventClass eventClass) =>
        eventClass == (cluster.Class == ClusterClass.Drug ? EventClass.Drug : EventClass.Code);
}
