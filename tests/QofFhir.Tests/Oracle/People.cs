using QofFhir.Core.Records;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Oracle;

/// <summary>Patients of a table as the oracle sees them.</summary>
internal static class People
{
    /// <param name="clustersOf">The clusters, by short name, that hold the code recorded for a cluster.</param>
    public static IReadOnlyList<Person> Of(IReadOnlyList<SpecPatient> patients, Func<string, IReadOnlySet<string>> clustersOf)
    {
        var withData = patients.Any(p => p.Registered is not null || p.Left is not null);
        return [.. patients.Select(p => new Person(p.Born, p.Died, withData ? Spells(p) : null, [.. p.Events.SelectMany(e => Entries(e, clustersOf))]))];
    }

    /// <summary>Membership as the published clusters have it: home and clinic readings are blood pressures.</summary>
    public static IReadOnlySet<string> AsPublished(string cluster) =>
        cluster is "CLINBP" or "HOMEAMBBP" ? new HashSet<string> { cluster, "BP" } : new HashSet<string> { cluster };

    private static (DateOnly From, DateOnly? Until)[] Spells(SpecPatient p) =>
        p.Registered is null && p.Left is null ? [] : [(p.Registered ?? p.Born, p.Left)];

    private static IEnumerable<Entry> Entries(SpecEvent e, Func<string, IReadOnlySet<string>> clustersOf)
    {
        var clusters = clustersOf(e.Cluster);
        if (e.Systolic is null && e.Diastolic is null)
        {
            yield return Entry(e.Value, ' ');
        }

        if (e.Systolic is not null)
        {
            yield return Entry(e.Systolic, 'S');
        }

        if (e.Diastolic is not null)
        {
            yield return Entry(e.Diastolic, 'D');
        }

        Entry Entry(Measured? value, char part) => new(clusters, e.On, value?.Value, part, value?.Bound switch
        {
            ValueBound.Below => "<",
            ValueBound.AtMost => "<=",
            ValueBound.AtLeast => ">=",
            ValueBound.Above => ">",
            _ => "",
        });
    }
}
