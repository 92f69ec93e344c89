using System.Globalization;
using QofFhir.Cli.Output;
using QofFhir.Core.Recall;
using Spectre.Console;

namespace QofFhir.Cli.Recall;

/// <summary>A worklist for people, at home in 80 columns: those to be recalled, what a visit settles for each, and how many are told elsewhere.</summary>
internal static class RecallView
{
    /// <summary>Of a longer list nobody reads more on a screen.</summary>
    private const int MostShown = 25;

    public static void Write(IAnsiConsole page, Worklist worklist, IReadOnlyList<string> warnings, string? folder)
    {
        var counts = worklist.Counts;
        page.WriteLine();
        page.MarkupLine($"[bold]To be recalled on {Words.LongDay(worklist.Today)}[/]");
        page.MarkupLine($"[dim]{Markup.Escape($"{worklist.Framework.Id}, rules {worklist.Framework.Rules}")}[/]");
        page.MarkupLine(Markup.Escape(
            $"{(worklist.Practice is { } practice ? $"Practice {practice}" : "Everyone in the input as one practice")}: {Words.Count(counts.ListSize)} on the list"));
        foreach (var warning in warnings)
        {
            Lines(page, 0, $"! {warning}", "yellow");
        }

        page.WriteLine();
        if (worklist.Patients.Count > 0)
        {
            Table(worklist).Write(page);
            page.WriteLine();
        }

        page.MarkupLine($"[bold]{Words.Plural(counts.Listed, "patient")} to be recalled[/]{(counts.Listed > MostShown ? $"; {MostShown} are shown, --format csv gives all" : "")}");
        Lines(page, 2, $"{Words.Count(counts.Booked)} with an appointment to come", null);
        Lines(page, 2, $"{Words.Count(counts.DecidedAgainst)} of whom all that is open is unsuitable or was declined: still owed, nobody is recalled for it", null);
        Lines(page, 2, $"{Words.Count(counts.Later)} whose care lapses after {Words.LongDay(worklist.Today.AddDays(worklist.Question.Horizon))}", null);
        Lines(page, 2, $"{Words.Count(counts.NothingOpen)} with nothing open{(counts.OtherMonths > 0 ? $", {Words.Count(counts.OtherMonths)} born in other months" : "")}", null);
        if (folder is not null)
        {
            page.WriteLine();
            page.MarkupLine($"[dim]Written to {Markup.Escape(folder)}[/]");
        }
    }

    private static PageTable Table(Worklist worklist)
    {
        var table = new PageTable(new("Patient", Elastic: true), new("Born in"), new("Open", Right: true), new("Due since"), new("Lapses next"));
        foreach (var patient in worklist.Patients.Take(MostShown))
        {
            table.Add(
                new PageCell(Words.Plain(patient.Person.Id), "bold"), Month(patient), Words.Count(patient.Items.Count), Since(patient),
                patient.Items.Min(i => i.Prompt.NextDue) is { } next ? Words.Day(next) : "");
            Notes(patient, worklist.Today).ToList().ForEach(table.Note);
        }

        return table;
    }

    private static string Month(RecallPatient patient) =>
        CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(patient.Person.Born.Month) + (patient.BirthMonthKnown ? "" : "?");

    private static string Since(RecallPatient patient) => patient.Items.Any(i => i.IsNotOnRecord) ? "not on record"
        : patient.Items.Min(i => i.Since) is { } since ? Words.Day(since) : "";

    private static IEnumerable<string> Notes(RecallPatient patient, DateOnly today)
    {
        foreach (var sitting in patient.Sittings)
        {
            yield return sitting.Sitting is { } visit
                ? $"{visit.Title}: {string.Join(", ", sitting.Care.Select(c => c.Title))} ({string.Join(' ', sitting.Indicators)})"
                : $"No sitting is known for {string.Join(' ', sitting.Indicators)}";
        }

        if (patient.Unsuitable.Count > 0)
        {
            yield return $"Unsuitable by the record, not to be offered: {string.Join(", ", patient.Unsuitable.Select(c => c.Title))}";
        }

        foreach (var item in patient.Items.Where(i => i.Prompt.Adjustment is not null))
        {
            yield return $"{item.Prompt.Indicator.Id}: {Words.Sentence(item.Prompt.Adjustment!.Reason)}{(item.InTimeTo is { } inTime ? $", in time to {Words.Day(inTime)}" : "")}";
        }

        foreach (var invitations in patient.Invitations.Where(i => i.Of.State != InvitationState.Closed || i.Of.Counted.Count > 0))
        {
            yield return $"{string.Join(' ', invitations.Indicators)}: {RecallWords.TextOf(invitations.Of, today)}";
        }

        foreach (var item in patient.DecidedAgainst)
        {
            yield return $"{item.Prompt.Indicator.Id}, not to be recalled for: {Words.Sentence(item.Prompt.Adjustment!.Reason)}";
        }

        foreach (var note in patient.Notes)
        {
            yield return note.Text;
        }
    }

    private static void Lines(IAnsiConsole page, int indent, string text, string? style)
    {
        foreach (var line in TextWrap.Lines(text, page.Profile.Width - indent))
        {
            page.MarkupLine(new string(' ', indent) + new PageCell(line, style).InMarkup(line));
        }
    }
}
