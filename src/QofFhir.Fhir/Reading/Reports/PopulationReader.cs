using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>The populations of a group or a stratum: each that the measure defines, once, with a count; and whether the counts fit together.</summary>
internal static class PopulationReader
{
    public const string InGroup = "population";
    public const string InStratum = "stratum.population";
    private static readonly string[] Known = ["code", "count", "subjectResults"];

    /// <returns>Null when nothing was counted, or where faults leave no whole set of counts.</returns>
    public static ReportedCounts? Read(Element holder, ReportHeading head, string place)
    {
        var expected = Population.Of(head.Measure!.Kind);
        Span<long> counts = stackalloc long[expected.Count];
        Span<bool> seen = stackalloc bool[expected.Count];
        var whole = true;
        foreach (var population in holder.Objects("population", required: true))
        {
            population.Only(Known);
            var code = population.Object("code", required: true)?.Code(Canonicals.Population);
            var at = code is null ? -1 : IndexOf(expected, code);
            if (at < 0)
            {
                population.Fault("code-invalid", "code", "A population of this measure was expected, of FHIR's measure-population.");
                whole = false;
                continue;
            }

            if (seen[at])
            {
                population.Fault("duplicate", null, "This population stands here twice.");
            }

            seen[at] = true;
            LinkIds.Check(population, place, code, head.Universal);
            if (Count(population, head) is { } count)
            {
                counts[at] = count;
            }
            else
            {
                whole = false;
            }
        }

        if (seen.Contains(false))
        {
            holder.Fault("required", "population", $"Each of {string.Join(", ", expected.Select(p => p.Code))} is to be reported, zero counts too.");
            return null;
        }

        if (!whole)
        {
            return null;
        }

        // initial-population, denominator, denominator-exclusion, denominator-exception, numerator.
        var found = counts.Length == 1 ? new ReportedCounts(counts[0], 0, 0, 0) : new ReportedCounts(counts[0], counts[2], counts[3], counts[4]);
        return Fits(holder, found, counts.Length == 1 ? counts[0] : counts[1]) ? found : null;
    }

    private static bool Fits(Element holder, ReportedCounts counts, long denominator)
    {
        if (denominator != counts.Population)
        {
            holder.Fault("invariant", "population", "The denominator is gross, as large as the initial population.");
            return false;
        }

        if (counts.Exclusions + counts.Adjusted + counts.Numerator > denominator)
        {
            holder.Fault("invariant", "population", "Exclusions, exceptions and numerator together are more than the denominator.");
            return false;
        }

        return true;
    }

    /// <summary>A count, or a countQuantity that holds nothing but the reason for its absence: the first where the report was evaluated, the second where it was not.</summary>
    private static long? Count(Element population, ReportHeading head)
    {
        var (counted, quantities) = (population.Has("count"), population.Extensions(Canonicals.CountQuantity));
        if (counted == quantities.Count > 0)
        {
            population.Fault("invariant", null, "A count or a countQuantity was expected, one of them (deqm-8).");
        }
        else if (head.Evaluated == true && !counted)
        {
            population.Fault("required", "count", "It is missing: the report is complete.");
        }
        else if (head.Evaluated == false && (counted || quantities.Exists(q => q.Object("valueQuantity") is { } quantity && quantity.Has("value"))))
        {
            population.Fault("invariant", "count", "A report of status error states no counts.");
        }

        return population.Count("count");
    }

    private static int IndexOf(IReadOnlyList<Population> expected, string code)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (expected[i].Code == code)
            {
                return i;
            }
        }

        return -1;
    }
}
