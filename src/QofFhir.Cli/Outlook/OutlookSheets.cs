using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Outlook;
using QofFhir.Core.Payments;
using QofFhir.Core.Records;

namespace QofFhir.Cli.Outlook;

/// <summary>An outlook as data.</summary>
internal static class OutlookSheets
{
    public static string Name(OutlookMoment moment) => moment switch
    {
        OutlookMoment.Now => "now",
        OutlookMoment.InOneMonth => "in 1 month",
        OutlookMoment.InThreeMonths => "in 3 months",
        _ => "year end",
    };

    public static Sheet Views(PracticeOutlook outlook)
    {
        var sheet = new Sheet("view", "on", "capped", "list_size", "points");
        foreach (var view in outlook.Views)
        {
            sheet.Add(Name(view.Moment), view.On, view.Capped, view.Result.ListSize, view.Result.PointsEarned);
        }

        return sheet;
    }

    public static Sheet Indicators(PracticeOutlook outlook, OutlookMoney? money)
    {
        var sheet = new Sheet(
            "indicator", "title", "kind", "now", "in_1_month", "in_3_months", "year_end", "numerator", "denominator", "outstanding", "still_possible",
            "lapsing_by_year_end", "points", "points_available", "lower", "upper", "needed_to_lower", "needed_beyond_lower", "needed_to_upper",
            "next_patients", "next_points", "next_pounds", "most_patients", "most_points", "most_pounds", "pounds_remark", "forecast", "forecast_80_low",
            "forecast_80_high", "forecast_95_low", "forecast_95_high", "no_forecast_because", "evaluability", "reason");
        foreach (var line in outlook.Indicators)
        {
            var (indicator, end) = (line.Indicator, line.AtYearEnd);
            var counts = indicator.Kind == IndicatorKind.Fraction ? end.Counts : null;
            var (next, most) = (Pounds(money, line, line.Next), Pounds(money, line, line.Most));
            var forecast = line.Trajectory?.YearEnd;
            sheet.Add(
                indicator.Id, indicator.Title, Words.Name(indicator.Kind), Rounded(line.Views[0].Percentage), Rounded(line.Views[1].Percentage),
                Rounded(line.Views[2].Percentage), Rounded(end.Percentage), counts?.Numerator, counts?.Denominator, counts?.Outstanding,
                counts is null ? null : line.StillPossible, counts is null ? null : line.LapsingByYearEnd, end.Points, indicator.Points, indicator.Lower,
                indicator.Upper, line.Needed?.ToLower, line.Needed?.BeyondLower, line.Needed?.ToUpper, line.Next?.Patients, line.Next?.Points, next?.Value,
                line.Most?.Patients, line.Most?.Points, most?.Value, most?.Remark, Rounded(forecast?.Percent),
                Rounded(forecast?.Within80.Low), Rounded(forecast?.Within80.High), Rounded(forecast?.Within95.Low), Rounded(forecast?.Within95.High),
                line.Trajectory?.WhyNone, indicator.Evaluability.Name, indicator.Evaluability.Reason);
        }

        return sheet;
    }

    /// <summary>What a step brings; null without a step, and where nobody says how the year pays.</summary>
    public static PaymentLine? Pounds(OutlookMoney? money, IndicatorOutlook indicator, NextStep? step) => step is null
        ? null
        : money?.Gain(new Dictionary<string, int> { [indicator.Indicator.Id] = step.Patients });

    /// <summary>Each month's counts, and after them the year end as it is expected.</summary>
    public static Sheet Trajectory(PracticeOutlook outlook)
    {
        var sheet = new Sheet("indicator", "month", "numerator", "denominator", "percentage", "low_80", "high_80", "low_95", "high_95", "no_forecast_because");
        foreach (var line in outlook.Indicators)
        {
            foreach (var month in line.Trajectory?.Months ?? [])
            {
                sheet.Add(line.Indicator.Id, month.Month, month.Counts?.Numerator, month.Counts?.Denominator, Rounded(month.Share * 100), null, null, null, null, null);
            }

            if (line.Trajectory is { } trajectory)
            {
                var forecast = trajectory.YearEnd;
                sheet.Add(
                    line.Indicator.Id, "forecast", null, null, Rounded(forecast?.Percent), Rounded(forecast?.Within80.Low), Rounded(forecast?.Within80.High),
                    Rounded(forecast?.Within95.Low), Rounded(forecast?.Within95.High), trajectory.WhyNone);
            }
        }

        return sheet;
    }

    public static Sheet Lists(PracticeRecords records, (ShortestList Patients, ShortestList Sittings) lists)
    {
        var sheet = new Sheet("list", "line", "patient", "sitting", "indicators", "if_as_wanted");
        foreach (var (name, list) in new[] { ("patients", lists.Patients), ("sittings", lists.Sittings) })
        {
            foreach (var (index, line) in list.Lines.Index())
            {
                sheet.Add(name, index + 1, records.Patient(line.Patient).Id, line.Sitting?.Title, string.Join(' ', line.Indicators), line.IfAsWanted);
            }
        }

        return sheet;
    }

    /// <summary>Every group, and all together, without and with a change.</summary>
    public static Sheet SideBySide(Statement before, Statement after)
    {
        var sheet = new Sheet("group", "points_before", "points_after", "pounds_before", "pounds_after", "pounds_more", "remark");
        foreach (var (one, other) in before.Groups.Zip(after.Groups))
        {
            Add(one.Name, one.Points, other.Points, one.Pounds, other.Pounds);
        }

        Add("all", before.Achievement.Points, after.Achievement.Points, before.Achievement.Pounds, after.Achievement.Pounds);
        return sheet;

        void Add(string name, PaymentLine points, PaymentLine changed, PaymentLine pounds, PaymentLine then) =>
            sheet.Add(name, points.Value, changed.Value, pounds.Value, then.Value, then.Value - pounds.Value, then.Remark);
    }

    private static decimal? Rounded(decimal? number) => number is { } exact ? Math.Round(exact, 2, MidpointRounding.AwayFromZero) : null;

    private static decimal? Rounded(double? number) => Rounded((decimal?)number);
}
