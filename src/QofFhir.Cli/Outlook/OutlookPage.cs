using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Outlook;
using QofFhir.Core.Rules;
using Spectre.Console;

namespace QofFhir.Cli.Outlook;

/// <summary>An outlook for people, at home in 80 columns.</summary>
internal static class OutlookPage
{
    public static void Write(IAnsiConsole page, OutlookTold told, string? folder)
    {
        var outlook = told.Outlook;
        page.WriteLine();
        page.MarkupLine($"[bold]{Markup.Escape(outlook.Framework.Title)}[/]");
        Indented(page, 0, $"{outlook.Framework.Id}, rules {outlook.Framework.Rules}, as known on {Words.LongDay(outlook.Today)}", "dim");
        page.MarkupLine(Markup.Escape(
            $"{(outlook.Practice is { } practice ? $"Practice {practice}" : "Everyone in the input as one practice")}: {Words.Count(outlook.Views[0].Result.ListSize)} on the list"));
        foreach (var warning in told.Warnings)
        {
            Indented(page, 0, $"! {warning}", "yellow");
        }

        page.WriteLine();
        var shown = outlook.Indicators.Where(i => i.Needed is not null && i.AtYearEnd.Counts!.Denominator > 0).ToList();
        if (shown.Count > 0)
        {
            Table(told, shown).Write(page);
            Indented(page, 0, "% on each day if nothing is added; how many more reach the lower and the upper threshold (-: too few are left); what the next who bring anything bring; % forecast for the year end, and within which it lies four times in five", "dim");
            page.WriteLine();
        }

        Others(page, outlook);
        Totals(page, told);
        Lists(page, told);
        WhatIf(page, told);
        if (folder is not null)
        {
            page.WriteLine();
            page.MarkupLine($"[dim]Written to {Markup.Escape(folder)}[/]");
        }
    }

    private static PageTable Table(OutlookTold told, List<IndicatorOutlook> shown)
    {
        var grid = new PageTable(
            new("Indicator"), new("Now", Right: true), new("1 mth", Right: true), new("3 mths", Right: true), new("End", Right: true),
            new("Lower", Right: true), new("Upper", Right: true), new("Next", Right: true), new("Forecast", Right: true));
        foreach (var line in shown)
        {
            grid.Add(
                [
                    new PageCell(line.Indicator.Id, "bold"), .. line.Views.Select(v => (PageCell)(v.Percentage is { } p ? Words.Percent(p) : "")),
                    Needed(line.Needed!.ToLower), Needed(line.Needed.ToUpper), Next(told.Money, line), Forecast(line.Trajectory?.YearEnd),
                ]);
        }

        return grid;
    }

    private static PageCell Needed(int? patients) => patients switch
    {
        null => new PageCell("-", "dim"),
        0 => new PageCell("met", "green"),
        { } some => Words.Count(some),
    };

    /// <summary>Pounds where they are known, else points; and for how many patients where it takes more than one.</summary>
    private static PageCell Next(OutlookMoney? money, IndicatorOutlook line) => line.Next is not { } step
        ? new PageCell("-", "dim")
        : (OutlookSheets.Pounds(money, line, step)?.Value is { } pounds ? Words.Pounds(pounds) : $"{Words.Points(step.Points)} pt")
            + (step.Patients == 1 ? "" : $" for {Words.Count(step.Patients)}");

    private static PageCell Forecast(Forecast? forecast) => forecast is null
        ? new PageCell("-", "dim")
        : $"{Math.Round(forecast.Percent):0} ({Math.Round(forecast.Within80.Low):0}-{Math.Round(forecast.Within80.High):0})";

    private static void Others(IAnsiConsole page, PracticeOutlook outlook)
    {
        var empty = outlook.Indicators.Where(i => i.Needed is not null && i.AtYearEnd.Counts!.Denominator == 0).Select(i => i.Indicator.Id).ToList();
        if (empty.Count > 0)
        {
            Indented(page, 0, $"Nobody in the denominator: {string.Join(' ', empty)}", "dim");
        }

        foreach (var group in outlook.Indicators.Where(i => !i.AtYearEnd.Evaluated)
            .GroupBy(i => i.Indicator.Kind == IndicatorKind.Attestation ? "not declared (--attestations)" : i.Indicator.Evaluability.Reason ?? "not evaluable"))
        {
            Indented(page, 0, $"Not evaluated, {group.Key}: {string.Join(' ', group.Select(i => i.Indicator.Id))}", "dim");
        }
    }

    private static void Totals(IAnsiConsole page, OutlookTold told)
    {
        var end = told.Outlook.AtYearEnd;
        var most = told.Outlook.Indicators.Sum(i => i.Most?.Points ?? 0);
        page.MarkupLine($"[bold]{Words.Points(end.PointsEarned)} points[/] at the year end if nothing is added; {Words.Points(most)} more can still be had");
        var lapsing = told.Outlook.Indicators.Sum(i => i.LapsingByYearEnd);
        page.WriteLine($"{Words.Plural(told.Outlook.Patients.Count(p => p.StillPossible.Any()), "patient")} with care open; {Words.Count(lapsing)} times care that is in date lapses before");
        if (told.Money?.Payment.Pounds is not { } pounds)
        {
            Indented(page, 0, "No pounds: the framework does not say how its year pays", "dim");
        }
        else
        {
            page.WriteLine(pounds.Value is { } value ? $"{Words.Pounds(value)} for them{(pounds.Provisional ? ", provisional" : "")}" : "No pounds");
            if (pounds.Remark is { } remark)
            {
                Indented(page, 2, remark, "dim");
            }

            if (pounds.Inputs.FirstOrDefault(g => g.Value is null)?.Remark is { } why)
            {
                Indented(page, 2, why, "dim");
            }
        }
    }

    private static void Lists(IAnsiConsole page, OutlookTold told)
    {
        if (told is not { Lists: { } lists, Gain: { } gain })
        {
            return;
        }

        page.WriteLine();
        Indented(page, 0, $"For {gain} more:", "bold");
        foreach (var (list, one, many) in new[] { (lists.Patients, "patient", "patients"), (lists.Sittings, "sitting of a patient", "sittings of patients") })
        {
            page.MarkupLine(Markup.Escape(
                !list.Reached ? $"  cannot be had any more: all that is left brings {gain.Told(list.Gain)}"
                : $"  {Words.Plural(list.Lines.Count, one, many)}, {gain.Told(list.Gain)}; "
                    + (list.IsShortest ? "no list is shorter" : $"no list under {Words.Count(list.AtLeast)} can do it")));
            if (!list.Reached)
            {
                return;
            }
        }

        if (lists.Patients.Lines.Count(l => l.IfAsWanted) is > 0 and var hoped)
        {
            page.WriteLine($"  {Words.Plural(hoped, "patient")} only with another result than the one on record");
        }
    }

    private static void WhatIf(IAnsiConsole page, OutlookTold told)
    {
        if (told.WhatIf is not { } change)
        {
            return;
        }

        page.WriteLine();
        Indented(page, 0, $"What if: {change.What}", "bold");
        var grid = new PageTable(
            new("Group", Elastic: true), new("Points", Right: true), new("then", Right: true), new("Pounds", Right: true), new("then", Right: true), new("more", Right: true));
        foreach (var row in OutlookSheets.SideBySide(change.Before, change.After).Rows.Index()
            .Where(r => r.Index == change.Before.Groups.Count || !Equals(r.Item[1], r.Item[2]) || !Equals(r.Item[3], r.Item[4])).Select(r => r.Item))
        {
            grid.Add((string)row[0]!, Points(row[1]), Points(row[2]), Pounds(row[3]), Pounds(row[4]), Pounds(row[5]));
        }

        grid.Write(page);

        static string Points(object? points) => points is decimal known ? Words.Points(known) : "-";
        static string Pounds(object? pounds) => pounds is decimal known ? Words.Pounds(known) : "-";
    }

    private static void Indented(IAnsiConsole page, int indent, string text, string? style)
    {
        foreach (var line in TextWrap.Lines(text, page.Profile.Width - indent))
        {
            page.MarkupLine(new string(' ', indent) + new PageCell(line, style).InMarkup(line));
        }
    }
}
