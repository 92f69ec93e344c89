using QofFhir.Cli.Output;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;
using Spectre.Console;

namespace QofFhir.Cli.Explain;

/// <summary>The walk on a page of 80 columns: what each row asks, what the record says, and where it ends.</summary>
internal sealed class ExplainView(IAnsiConsole page, Explained explained)
{
    private const string Yes = "✓";
    private const string No = "·";
    private const int TextIndent = 6;
    private const int FieldIndent = 8;
    private const int NameWidth = 14;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void Write()
    {
        Head();
        if (!explained.Walk.OnList)
        {
            page.MarkupLine($"[bold]Not on the practice list[/] on {Words.LongDay(explained.Dates.AchievementDate)}: not registered, left, or dead. There is no outcome.");
            return;
        }

        explained.Walk.Registers.ToList().ForEach(Register);
        if (explained.Walk.Outcome is not { } outcome)
        {
            page.MarkupLine("[bold]Outside the population[/]: this indicator is not about this patient. There is no outcome.");
            return;
        }

        Walk();
        Ending(outcome);
    }

    private void Head()
    {
        var (indicator, framework, dates) = (explained.Indicator, explained.Framework, explained.Dates);
        page.WriteLine();
        Wrapped(0, $"{indicator.Id}  {indicator.Title}", "bold");
        page.MarkupLine($"[dim]{Markup.Escape($"{framework.Id}, rules {framework.Rules}")}[/]");
        page.MarkupLine($"[dim]PPSD {Words.Day(dates.PaymentPeriodStart)}, PPED {Words.Day(dates.PaymentPeriodEnd)}, ACHV_DAT {Words.Day(dates.AchievementDate)}[/]");
        page.MarkupLine($"Patient [bold]{Markup.Escape(explained.Patient.Id)}[/] on {Words.LongDay(dates.AchievementDate)}");
        if (framework.SampleCodes)
        {
            page.MarkupLine("[yellow]![/] Sample codes are in use: for trying out only.");
        }

        if (indicator.Evaluability.State == EvaluabilityState.Incomplete)
        {
            Wrapped(0, $"! Incomplete: {indicator.Evaluability.Reason}", "yellow");
        }

        page.WriteLine();
    }

    private void Register(RegisterWalk register)
    {
        Wrapped(0, $"{register.Register.Name}  {register.Register.Title}", "bold");
        foreach (var row in register.Rows)
        {
            RowHead(row, row.Name, row.Name == "select" ? "green" : "yellow");
            Lines(row);
        }

        page.MarkupLine(register.On ? "  [green]on the register[/]" : "  [yellow]not on the register[/]");
        page.WriteLine();
    }

    private void Walk()
    {
        if (explained.Walk.Rows.Count == 0)
        {
            return;
        }

        page.MarkupLine("[bold]The walk[/]");
        foreach (var (rule, walked) in explained.WalkedRows)
        {
            RowHead(walked, NameOf(rule), ColourOf(rule.End));
            Lines(walked);
        }

        if (!explained.Walk.Rows[^1].Held)
        {
            page.MarkupLine("  [red]no row is left: outstanding[/]");
        }
        else if (explained.RowsNotReached > 0)
        {
            page.MarkupLine($"  [dim]{Words.Plural(explained.RowsNotReached, "row")} below not asked[/]");
        }

        page.WriteLine();
    }

    private void Ending(Outcome outcome)
    {
        Wrapped(0, Verdict.Outcome(outcome), $"bold {ColourOf(outcome)}");
        Verdicts("payment", Verdict.Payment(outcome));
        Verdicts("care", Verdict.Care(outcome));
        Verdicts("due for the year", Verdict.Year(outcome, explained.Dates));
        Verdicts("clinically", Verdict.Clinically(explained.Walk.Clinical, explained.Dates.AchievementDate));
    }

    private void RowHead(WalkedRow row, string name, string colour)
    {
        var rule = row.Rule is { } number ? $"  [dim]rule {Markup.Escape(number)}[/]" : "";
        rule += row.Source.Certainty is Certainty.Inferred or Certainty.Recalled ? $"  [yellow]{Words.Name(row.Source.Certainty)}[/]" : "";
        page.MarkupLine(row.Held
            ? $"  [{colour}]{Yes} [bold]{Markup.Escape(name)}[/][/]{rule}  [{colour}]decides[/]"
            : $"  [dim]{No}[/] {Markup.Escape(name)}{rule}");
    }

    private void Lines(WalkedRow row)
    {
        foreach (var line in row.Lines)
        {
            // A line that holds in a row that does not is worth seeing: it is the others that are missing.
            var mark = row.Lines.Count > 1 ? line.Held ? Yes + " " : No + " " : "";
            if (line.Text.Length > 0)
            {
                Wrapped(TextIndent, mark + line.Text, null, mark.Length);
            }

            explained.FactsIn(line.Text).Concat(line.Fields).ToList().ForEach(Field);
        }
    }

    private void Field(FieldValue field)
    {
        var absent = field.On is null && field.Value is null;
        var parts = new[] { field.On is { } on ? Words.Day(on) : null, field.Value, string.Join(", ", field.Sources) };
        Pair(
            FieldIndent, NameWidth, field.Name, null,
            absent ? "nothing that fits" : string.Join("  ", parts.Where(p => !string.IsNullOrEmpty(p))), absent ? "dim" : null);

        // Its definition is told where the field is met first.
        if (_told.Add(field.Name) && field.Definition.Length > 0)
        {
            Pair(FieldIndent, NameWidth, "", null, field.Definition, "dim italic");
        }
    }

    private void Verdicts(string name, string text) => Pair(2, 18, name, "dim", text, null);

    /// <summary>A name, and a text that wraps beside it.</summary>
    private void Pair(int indent, int nameWidth, string name, string? nameStyle, string text, string? style)
    {
        var width = Math.Max(nameWidth, name.Length + 2);
        var lines = TextWrap.Lines(text, page.Profile.Width - indent - width);
        for (var i = 0; i < lines.Count; i++)
        {
            page.MarkupLine(
                new string(' ', indent) + new PageCell("", nameStyle).InMarkup((i == 0 ? name : "").PadRight(width))
                + new PageCell("", style).InMarkup(lines[i]));
        }
    }

    private void Wrapped(int indent, string text, string? style, int hang = 0)
    {
        var lines = TextWrap.Lines(text, page.Profile.Width - indent - hang);
        for (var i = 0; i < lines.Count; i++)
        {
            page.MarkupLine(new string(' ', indent + (i == 0 ? 0 : hang)) + new PageCell(lines[i], style).InMarkup(lines[i]));
        }
    }

    private static string NameOf(Row row) => row.Label is null ? row.Name : $"{row.End.ToString().ToLowerInvariant()} {row.Label}"
        + (row.Reason is { } reason ? $", {CodeNames.Of(reason)}" : "");

    private static string ColourOf(RowEnd end) => end switch
    {
        RowEnd.Achieve => "green",
        RowEnd.Owe => "red",
        RowEnd.Adjust => "yellow",
        _ => "blue",
    };

    private static string ColourOf(Outcome outcome) => outcome switch
    {
        Outcome.Achieved or Outcome.OnRegister => "green",
        Outcome.Adjusted => "yellow",
        Outcome.Excluded => "blue",
        _ => "red",
    };
}
