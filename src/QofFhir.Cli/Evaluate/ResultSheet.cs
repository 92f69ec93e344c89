using System.Text.Json;
using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;

namespace QofFhir.Cli.Evaluate;

/// <summary>The table of a result as data: every indicator of the framework, evaluated or not.</summary>
internal static class ResultSheet
{
    public static Sheet Of(PracticeResult result)
    {
        var sheet = new Sheet(
            "indicator", "title", "kind", "register", "exclusions", "denominator", "pca", "numerator", "percentage", "points",
            "points_available", "provisional", "points_certainty", "threshold_certainty", "rules_certainty", "evaluability", "reason", "declared",
            "declared_by", "declared_on");
        foreach (var line in result.Indicators)
        {
            var (indicator, counts) = (line.Indicator, line.Counts);
            var fraction = indicator.Kind == IndicatorKind.Fraction ? counts : null;
            sheet.Add(
                indicator.Id, indicator.Title, Words.Name(indicator.Kind), counts?.Population, fraction?.Exclusions,
                fraction?.Denominator, fraction?.Adjustments, fraction?.Numerator,
                line.Percentage is { } percentage ? Math.Round(percentage, 2, MidpointRounding.AwayFromZero) : null,
                line.Points, indicator.Points, line.Provisional, Words.Name(indicator.PointsCertainty),
                indicator.ThresholdCertainty is { } certainty ? Words.Name(certainty) : null,
                indicator.RulesCertainty is { } rules ? Words.Name(rules) : null,
                indicator.Evaluability.Name, indicator.Evaluability.Reason,
                indicator.Kind == IndicatorKind.Attestation ? Words.Declared(line.Attestation) : null, line.Attestation?.By, line.Attestation?.On);
        }

        return sheet;
    }

    /// <summary>The registers that the framework keeps without paying for them.</summary>
    public static Sheet Registers(PracticeResult result)
    {
        var sheet = new Sheet("register", "title", "patients", "certainty", "evaluability", "reason");
        foreach (var line in result.Registers)
        {
            var register = line.Indicator;
            sheet.Add(
                register.Id, register.Title, line.Counts?.Population, Words.Name(register.PointsCertainty), register.Evaluability.Name,
                register.Evaluability.Reason);
        }

        return sheet;
    }

    private static void Strata(Utf8JsonWriter json, PracticeResult result)
    {
        json.WritePropertyName("strata");
        StrataSheet.Strata(result).WriteJson(json);
        json.WritePropertyName("groups");
        StrataSheet.Groups(result).WriteJson(json);
        json.WritePropertyName("deprivationGaps");
        StrataSheet.Gaps(result).WriteJson(json);
    }

    public static void WriteJson(Utf8JsonWriter json, PracticeResult result, IReadOnlyList<string> warnings, Sheet indicators)
    {
        json.WriteStartObject();
        json.WriteString("framework", result.Framework.Id);
        json.WriteString("rules", result.Framework.Rules);
        json.WriteString("practice", result.Practice);
        json.WriteString("achievementDate", Words.Day(result.Dates.AchievementDate));
        json.WriteNumber("listSize", result.ListSize);
        json.WriteNumber("pointsEarned", result.PointsEarned);
        json.WriteNumber("pointsEvaluated", result.PointsEvaluated);
        json.WriteNumber("pointsAvailable", result.Framework.Points);
        json.WriteStartArray("warnings");
        warnings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WritePropertyName("indicators");
        indicators.WriteJson(json);
        json.WritePropertyName("registers");
        Registers(result).WriteJson(json);
        if (result.Strata.Count > 0)
        {
            Strata(json, result);
        }

        json.WriteEndObject();
    }
}
