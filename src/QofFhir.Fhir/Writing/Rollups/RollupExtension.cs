using System.Text.Json;
using QofFhir.Core.Achievement;

namespace QofFhir.Fhir.Writing.Rollups;

/// <summary>What a roll-up tells and FHIR has no element for. Defined in <c>profiles/StructureDefinition-qof-rollup.json</c>.</summary>
internal static class RollupExtension
{
    public const string Url = Canonicals.Ours + "fhir/StructureDefinition/qof-rollup";

    public static void Write(Utf8JsonWriter json, RollupReport report)
    {
        var (rollup, coverage) = (report.Rollup, report.Coverage);
        json.StartComplexExtension(Url);
        json.StringExtension("framework", report.Framework);
        json.DateExtension("achievementDate", report.AchievementDate);
        json.CodeExtension("level", Organisations.OrganisationRole.Code(report.Organisation.Kind));
        json.BooleanExtension("sample", report.Sample);
        if (coverage is not null)
        {
            Integer(json, "expected", coverage.Expected);
            Integer(json, "readable", coverage.Readable);
            Integer(json, "reporting", coverage.Reporting);
            Integer(json, "notEvaluated", coverage.NotEvaluated);
            Integer(json, "late", coverage.Late);
        }

        foreach (var (version, practices) in report.Rules)
        {
            json.StartComplexExtension("rules");
            json.StringExtension("version", version);
            Integer(json, "practices", practices);
            json.EndComplexExtension();
        }

        if (report is { Kind: IndicatorKind.Fraction, Rounded: false })
        {
            Integer(json, "careGap", rollup.Counts.CareGap);
            foreach (var (reason, count) in rollup.Counts.Reasons.OrderBy(r => r.Key))
            {
                Adjusted(json, CodeNames.Of(reason), null, count);
            }

            foreach (var month in rollup.Months)
            {
                Adjusted(json, CodeNames.Of(month.Reason), month.Month is { } day ? $"{day:yyyy-MM}" : "undated", month.Count);
            }
        }

        if (rollup.Prevalence is { } prevalence)
        {
            Integer(json, "listSize", prevalence.Denominator);
        }

        if (rollup.Achievements is { } spread)
        {
            Share(json, "median", spread.Median);
            Share(json, "lowerQuartile", spread.LowerQuartile);
            Share(json, "upperQuartile", spread.UpperQuartile);
            foreach (var decile in spread.Deciles)
            {
                Share(json, "decile", decile);
            }
        }

        Share(json, "dispersion", rollup.Dispersion);
        json.EndComplexExtension();
    }

    /// <param name="month">Null: over all months.</param>
    private static void Adjusted(Utf8JsonWriter json, string reason, string? month, long count)
    {
        json.StartComplexExtension(month is null ? "adjusted" : "adjustedInMonth");
        json.CodeExtension("reason", reason);
        json.StringExtension("month", month);
        Integer(json, "count", count);
        json.EndComplexExtension();
    }

    private static void Integer(Utf8JsonWriter json, string url, long number)
    {
        json.StartExtension(url);
        json.WriteNumber("valueInteger", number);
        json.WriteEndObject();
    }

    private static void Share(Utf8JsonWriter json, string url, double? share) =>
        json.DecimalExtension(url, share is { } value ? Math.Round((decimal)value, 4, MidpointRounding.AwayFromZero) : null);
}
