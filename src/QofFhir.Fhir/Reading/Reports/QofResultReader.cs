using System.Globalization;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>The extension qof-result. Framework and achievement date are needed, the rest may be absent.</summary>
internal static class QofResultReader
{
    private static readonly QofResult Nothing = new();

    /// <param name="counts">Of the group; null when they could not be read.</param>
    /// <param name="latest">The achievement date is not after it.</param>
    public static QofResult Read(Element report, ReportHeading head, ReportedCounts? counts, DateTimeOffset latest)
    {
        var extensions = report.Extensions(Canonicals.QofResult);
        if (extensions.Count != 1)
        {
            report.Fault("required", "extension", "One extension qof-result was expected, with framework and achievementDate.");
            return Nothing;
        }

        var result = extensions[0];
        if (One(result, "framework", required: true)?.Text("valueString", required: true) is { } framework && head.Measure is { } measure && framework != measure.Framework)
        {
            result.Fault("invariant", null, "The framework is not that of the measure.");
        }

        if (One(result, "rules")?.Text("valueString", required: true) is { } rules && head.Version is { } version && rules != version)
        {
            result.Fault("invariant", null, "The rules are not the version of the measure.");
        }

        var achieved = One(result, "achievementDate", required: true)?.Day("valueDate", required: true);
        if (achieved is { } day)
        {
            if (head.Measure is { } known && (day < known.Start || day > known.End))
            {
                result.Fault("invariant", null, "The achievement date lies outside the period.");
            }
            else if (day > DateOnly.FromDateTime(latest.UtcDateTime))
            {
                result.Fault("value", null, "The achievement date lies in the future.");
            }
        }

        var months = Adjusted(result, achieved, counts);
        return new QofResult
        {
            AchievementDate = achieved,
            Sample = Valued(result, "sample", "valueBoolean")?.Flag("valueBoolean") ?? false,
            ListSize = Valued(result, "listSize", "valueInteger")?.Count("valueInteger"),
            Points = Points(result),
            Months = months,
            Reasons = months.GroupBy(m => m.Reason).ToDictionary(g => g.Key, g => g.Sum(m => m.Count)),
        };
    }

    private static decimal? Points(Element result)
    {
        var points = Valued(result, "pointsEarned", "valueDecimal")?.Decimal("valueDecimal");
        if (points is < 0 or > 10_000)
        {
            result.Fault("value", null, "Points earned are 0 or more, and never more than a framework has.");
            return null;
        }

        return points;
    }

    /// <summary>Personalised care adjustments by reason and by the month of the record that decided.</summary>
    private static List<AdjustedInMonth> Adjusted(Element result, DateOnly? achieved, ReportedCounts? counts)
    {
        var months = new List<AdjustedInMonth>();
        foreach (var adjusted in result.Extensions("adjusted"))
        {
            var word = One(adjusted, "reason", required: true)?.Text("valueCode", required: true);
            var reason = word is null ? null : CodeNames.Reason(word);
            if (word is not null && reason is null)
            {
                adjusted.Fault("code-invalid", null, "The reason is none of personalised care adjustments.");
            }

            var month = One(adjusted, "month") is { } dated ? Month(dated) : null;
            if (month > achieved)
            {
                adjusted.Fault("value", null, "The month lies after the achievement date.");
            }

            if (reason is { } why && Valued(adjusted, "count", "valueInteger", required: true)?.Count("valueInteger") is { } count)
            {
                months.Add(new AdjustedInMonth(why, month, count));
            }
        }

        if (months.Count > 0 && counts is not null && !Fit(months, counts))
        {
            result.Fault("invariant", null, "The adjustments by month are more than the exceptions.");
        }

        if (months.DistinctBy(m => (m.Reason, m.Month)).Count() != months.Count)
        {
            result.Fault("duplicate", null, "A reason stands twice for a month.");
        }

        return months;
    }

    private static bool Fit(List<AdjustedInMonth> months, ReportedCounts counts) =>
        months.Sum(m => m.Count) <= counts.Adjusted
        && (counts.Reasons.Count == 0 || months.GroupBy(m => m.Reason).All(g => g.Sum(m => m.Count) <= counts.Reasons.GetValueOrDefault(g.Key)));

    private static DateOnly? Month(Element dated)
    {
        if (dated.Text("valueDate", required: true) is { } text)
        {
            if (DateOnly.TryParseExact(text.Length == 7 ? text + "-01" : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return new DateOnly(day.Year, day.Month, 1);
            }

            dated.Fault("value", "valueDate", "A month was expected, such as 2026-03.");
        }

        return null;
    }

    /// <summary>A part that is not of another type.</summary>
    private static Element? Valued(Element extension, string name, string value, bool required = false)
    {
        var part = One(extension, name, required);
        if (part is { } found && !found.Has(value))
        {
            found.Fault("required", value, "It is missing.");
        }

        return part;
    }

    private static Element? One(Element extension, string name, bool required = false)
    {
        var found = extension.Extensions(name);
        if (found.Count > 1)
        {
            found[1].Fault("duplicate", null, "It stands here twice.");
        }
        else if (found.Count == 0 && required)
        {
            extension.Fault("required", "extension", $"The part {name} is missing.");
        }

        return found.Count == 0 ? null : found[0];
    }
}
