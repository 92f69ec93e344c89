using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Spec;

/// <summary>Lays patients of a table out as records, in the codes of a plan.</summary>
internal static class SpecPractice
{
    /// <param name="order">Null: as written. A seed: patients and events in an order of its own.</param>
    public static PracticeRecords Build(EvaluationPlan plan, IReadOnlyList<SpecPatient> patients, int? order = null)
    {
        var codes = SpecCodes.Of(plan);
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

            events.AddRange(patient.Events.Where(e => codes.Uses(e.Cluster)).SelectMany((e, i) => Recorded(codes, e, $"Observation/{i:000}").Select(r => (patient.Name, r.Code, r.Event))));
        }

        foreach (var (patient, code, recorded) in Ordered(events, order))
        {
            builder.AddEvent(builder.Find(patient)!.Value, recorded with { Concept = builder.Concepts.Intern([code]) });
        }

        return builder.Build();
    }

    /// <summary>A code of the cluster, one that as few other clusters as possible hold too.</summary>
    public static string CodeOf(EvaluationPlan plan, string cluster) => SpecCodes.Of(plan).Code(cluster, 1);

    private static IEnumerable<(string Code, RecordedEvent Event)> Recorded(SpecCodes codes, SpecEvent e, string source)
    {
        var code = codes.Code(e.Cluster, e.Code);
        var kind = codes.Cluster(e.Cluster).Class == ClusterClass.Drug ? EventClass.Drug : EventClass.Code;
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
