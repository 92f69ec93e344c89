using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>The one group of a report: populations, score, strata.</summary>
internal static class ReportGroupReader
{
    private static readonly string[] Known = ["code", "population", "measureScore", "stratifier"];

    public static GroupReading Read(Element group, ReportHeading head)
    {
        group.Only(Known);
        if (head.Measure is not { } measure)
        {
            // Without its measure there is nothing to hold it against.
            return new GroupReading(null, []);
        }

        LinkIds.Check(group, "group", ReportGroup.Id, head.Universal);
        if (group.Object("code", required: true) is { } code && code.Code(Canonicals.Indicator) != measure.Indicator)
        {
            code.Fault("code-invalid", null, "The indicator of the measure was expected.");
        }

        Scoring(group, head, measure.Kind);

        var populations = PopulationReader.Read(group, head, PopulationReader.InGroup);
        if (head.Evaluated == false)
        {
            Uncounted(group);
            return new GroupReading(null, []);
        }

        if (populations is not { } counts)
        {
            return new GroupReading(null, []);
        }

        Score(group, counts, measure.Kind);
        return ReportStrataReader.Read(group, head, counts);
    }

    private static void Scoring(Element group, ReportHeading head, IndicatorKind kind)
    {
        if (head.ScoringUrl is not { } url)
        {
            return;
        }

        var scorings = group.Extensions(url);
        if (scorings.Count > 0 != head.ScoredByGroup)
        {
            group.Fault("invariant", null, "The scoring stands on the report or on its group: on one of them (deqm-3).");
        }
        else if (head.ScoredByGroup)
        {
            ReportHeadReader.IsScoring(scorings[0], kind);
            if (kind == IndicatorKind.Fraction && group.Extensions(url.Replace("measureScoring", "groupImprovementNotation", StringComparison.Ordinal)).Count != 1)
            {
                group.Fault("invariant", null, "A group that says how it is scored says its improvement notation too (deqm-4).");
            }
        }
    }

    private static void Uncounted(Element group)
    {
        if (group.Has("measureScore") || group.Has("stratifier"))
        {
            group.Fault("invariant", null, "A report of status error has neither score nor strata.");
        }
    }

    /// <summary>Net, to four places; absent without a net denominator.</summary>
    internal static void Score(Element element, ReportedCounts counts, IndicatorKind kind)
    {
        if (element.Object("measureScore") is not { } score)
        {
            return;
        }

        var value = score.Decimal("value");
        if (kind != IndicatorKind.Fraction || counts.Denominator == 0)
        {
            score.Fault("invariant", null, kind == IndicatorKind.Fraction ? "Without a net denominator there is no score." : "A register has no score.");
        }
        else if (value is not (>= 0 and <= 1))
        {
            score.Fault("value", "value", "A share from 0 to 1 was expected (deqm-6).");
        }
        else if (Math.Abs(value.Value - ((decimal)counts.Numerator / counts.Denominator)) > Exactness)
        {
            score.Fault("invariant", "value", "It is not the numerator's share of the net denominator: exclusions and exceptions are left out of it.");
        }
    }

    private const decimal Exactness = 0.0001m;
}
