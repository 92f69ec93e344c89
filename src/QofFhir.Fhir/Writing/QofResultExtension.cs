using System.Text.Json;

namespace QofFhir.Fhir.Writing;

/// <summary>What QOF wants to know of a result and FHIR has no element for. Defined in <c>profiles/StructureDefinition-qof-result.json</c>.</summary>
internal static class QofResultExtension
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        var (practice, result) = (report.Practice, report.Result);
        json.StartComplexExtension(Canonicals.QofResult);
        json.StringExtension("framework", practice.Framework.Id);
        json.StringExtension("rules", practice.Framework.Rules);
        json.DateExtension("achievementDate", practice.Dates.AchievementDate);
        json.CodeExtension("registrationBasis", CodeNames.Of(practice.Registration));
        json.BooleanExtension("outsideItsYear", practice.OutsideItsYear);
        json.BooleanExtension("sample", report.Sample);
        json.CodeExtension("evaluability", CodeNames.Of(result.Indicator.Evaluability.State));
        json.StringExtension("evaluabilityReason", result.Indicator.Evaluability.Reason);
        json.CodeExtension("rulesCertainty", result.Indicator.RulesCertainty is { } rules ? CodeNames.Of(rules) : null);
        foreach (var shortfall in result.Indicator.Evaluability.Shortfalls)
        {
            json.StartComplexExtension("shortfall");
            json.StringExtension("cluster", shortfall.Cluster);
            json.CodeExtension("held", CodeNames.Of(shortfall.Completeness));
            json.CodeExtension("role", CodeNames.Of(shortfall.Role));
            json.CodeExtension("effect", CodeNames.Of(shortfall.Effect));
            json.EndComplexExtension();
        }

        // Points are the practice's, never a patient's, and the subject list repeats no total.
        if (report.Type == ReportType.Summary)
        {
            json.IntegerExtension("listSize", practice.ListSize);
            Points(json, report);
            foreach (var (reason, month, count) in result.AdjustedIn)
            {
                json.StartComplexExtension("adjusted");
                json.CodeExtension("reason", CodeNames.Of(reason));
                json.MonthExtension("month", month);
                json.IntegerExtension("count", (int)count);
                json.EndComplexExtension();
            }
        }

        json.EndComplexExtension();
    }

    private static void Points(Utf8JsonWriter json, Report report)
    {
        var result = report.Result;
        if (!result.Indicator.Paid)
        {
            return;
        }

        json.DecimalExtension("pointsAvailable", result.Indicator.Points);
        json.CodeExtension("pointsCertainty", CodeNames.Of(result.Indicator.PointsCertainty));
        json.CodeExtension("thresholdCertainty", result.Indicator.ThresholdCertainty is { } c ? CodeNames.Of(c) : null);
        if (report.Evaluated && result.Points is { } points)
        {
            json.DecimalExtension("pointsEarned", points);
            json.BooleanExtension("provisional", result.Provisional);
        }
    }
}
