using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Spec;

/// <summary>Lays patients of a table out as records, in the codes of a plan.</summary>
internal static class SpecPractice
{
    /// <param name="order">Null: as written. A seed: patients and events in an order of its own.</param>
    public static PracticeRecords Build(EvaluationPlan plan, IReadOnlyList<SpecPatient> patients, int? order = null)
    {
        var builder = new PracticeRecordsBuilder();
        var withData = patients.Any(p => p.Registered is not null || p.Left is not null);
        var events = new List<(string Patient, string Code, RecordedEvent Event)>();
        foreach (var patient in Ordered(patients, order))
        {
            var handle = builder.AddPatient(new Patient(patient.Name, patient.Born, patient.Sex, patient.Died, Sample: true));
            if (withData && (patient.Registered is not null || patient.Left is not null))
            {
                builder.AddRegistration(handle, new RegistrationSpell(null, patient.Registered, patient.Left));
            }

            events.AddRange(patient.Events.Where(e => IsUsed(plan, e)).SelectMany((e, i) => Recorded(plan, e, $"Observation/{i:000}").Select(r => (patient.Name, r.Code, r.Event))));
        }

        foreach (var (patient, code, recorded) in Ordered(events, order))
        {
            builder.AddEvent(builder.Find(patient)!.Value, recorded with { Concept = builder.Concepts.Intern([code]) });
        }

        return builder.Build();
    }

    /// <summary>A code of the cluster, the first, second and so on of those that as few other clusters as possible hold too.</summary>
    public static string CodeOf(EvaluationPlan plan, string cluster, int number = 1)
    {
        var codes = Find(plan, cluster).Codes;
        return codes.OrderBy(code => plan.Clusters.Count(c => c.Codes.Contains(code))).ThenBy(code => code, StringComparer.Ordinal)
            .ElementAtOrDefault(number - 1) ?? throw new InvalidOperationException($"{cluster}_COD has {codes.Count} codes, not {number}");
    }

    /// <summary>Whether the framework's rules use the cluster; when they do not, it is one that other years' rules use.</summary>
    private static bool IsUsed(EvaluationPlan plan, SpecEvent e) => plan.Clusters.Any(c => c.Name == e.Cluster + "_COD")
        || (File.Exists(Path.Combine(Repository.Root, "valuesets", e.Cluster + "_COD.json")) ? false
            : throw new InvalidOperationException($"there is no cluster {e.Cluster}_COD"));

    private static Cluster Find(EvaluationPlan plan, string cluster) => plan.Clusters.SingleOrDefault(c => c.Name == cluster + "_COD")
        ?? throw new InvalidOperationException($"the framework's rules use no cluster {cluster}_COD");

    private static IEnumerable<(string Code, RecordedEvent Event)> Recorded(EvaluationPlan plan, SpecEvent e, string source)
    {
        var code = CodeOf(plan, e.Cluster, e.Code);
        var kind = Find(plan, e.Cluster).Class == ClusterClass.Drug ? EventClass.Drug : EventClass.Code;
        if (e.Systolic is null && e.Diastolic is null)
        {
            yield return (code, new RecordedEvent(e.On, 0, kind, source, e.Value, Episode: e.Episode));
        }

        if (e.Systolic is not null)
        {
            yield return (code, new RecordedEvent(e.On, 0, EventClass.Code, source, e.Systolic, "mm[Hg]", PressurePart.Systolic));
        }

        if (e.Diastolic is not null)
        {
            yield return (code, new RecordedEvent(e.On, 0, EventClass.Code, source, e.Diastolic, "mm[Hg]", PressurePart.Diastolic));
        }
    }

    private static T[] Ordered<T>(IReadOnlyList<T> items, int? order)
    {
        T[] copy = [.. items];
        if (order is { } seed)
        {
            new Random(seed).Shuffle(copy);
        }

        return copy;
    }
}
