using QofFhir.Cli.Output;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;
using QofFhir.Publication.Statements;
using Spectre.Console;

namespace QofFhir.Cli.Payment;

/// <summary>A statement for people, at home in 80 columns: groups with their indicators, then the sums.</summary>
internal static class StatementView
{
    private const string Provisional = "~";
    private const string Inferred = "*";
    private const string Recalled = "?";

    public static void Write(IAnsiConsole page, Statement statement, string? folder)
    {
        var inputs = statement.Inputs;
        page.WriteLine();
        page.MarkupLine($"[bold]{Markup.Escape(inputs.Title)}[/]");
        page.MarkupLine($"[dim]{Markup.Escape($"{inputs.Framework}, rules {inputs.Rules}, achievement date {Words.LongDay(inputs.AchievementDate)}")}[/]");
        page.MarkupLine(Markup.Escape(
            $"{(inputs.Practice is { } practice ? $"Practice {practice}" : "Everyone in the input as one practice")}: "
            + (inputs.Payment.List is { } list ? $"{Words.Count(list.Patients)} on the list of {Words.LongDay(list.On)}" : "list size not known")));
        if (inputs.Sample)
        {
            page.MarkupLine("[yellow]! Sample data: these sums are for trying out only.[/]");
        }

        page.WriteLine();
        Table(statement).Write(page);
        Legend(page, statement);
        page.WriteLine();
        Sums(page, statement);
        if (folder is not null)
        {
            page.WriteLine();
            page.MarkupLine($"[dim]Written to {Markup.Escape(folder)}[/]");
        }
    }

    private static PageTable Table(Statement statement)
    {
        var table = new PageTable(
            new("Group, indicator", Elastic: true), new("Points", Right: true), new("Pounds", Right: true), new("Points lost", Right: true), new("Pounds lost", Right: true));
        var byId = statement.Indicators.ToDictionary(i => i.Name, StringComparer.Ordinal);
        foreach (var (line, group) in statement.Groups.Zip(statement.Achievement.Groups))
        {
            Row(table, line, "bold");
            if (line.Pounds.Value is null && line.Pounds.Inputs[0].Value is not null)
            {
                table.Note($"no pounds: {line.Why}");
            }

            foreach (var indicator in group.Indicators.Select(i => byId[i.Name]))
            {
                Row(table, indicator with { Name = "  " + indicator.Name }, null);
                if (indicator.Why is { } why)
                {
                    table.Note(why);
                }
            }
        }

        return table;
    }

    private static void Row(PageTable table, StatementLine line, string? style) => table.Add(
        new PageCell(line.Name, style), new PageCell($"{Number(line.Points)} of {Words.Points(line.Available)}{Marks(line.Points)}", style),
        new PageCell(Number(line.Pounds) + Marks(line.Pounds), style), new PageCell(Number(line.PointsLost), style), new PageCell(Number(line.PoundsLost), style));

    private static string Number(PaymentLine line) => line.Value is null ? "-" : FigureText.Of(line);

    /// <summary>Each mark has a place of its own, so that the numbers stay in line.</summary>
    private static string Marks(PaymentLine line) => (line.Provisional ? Provisional : " ")
        + line.Certainty switch { Certainty.Recalled => Recalled, Certainty.Inferred => Inferred, _ => " " };

    private static void Legend(IAnsiConsole page, Statement statement)
    {
        var lines = statement.Groups.Concat(statement.Indicators).SelectMany(l => new[] { l.Points, l.Pounds }).ToList();
        if (lines.Exists(l => l.Value is null))
        {
            page.MarkupLine("[dim]- not known, which is never 0[/]");
        }

        if (lines.Exists(l => l.Provisional))
        {
            page.MarkupLine($"[dim]{Provisional} provisional: something under it is missing or not settled[/]");
        }

        if (lines.Exists(l => l.Certainty == Certainty.Recalled))
        {
            page.MarkupLine($"[dim]{Recalled} something under it is recalled, not read in a source[/]");
        }

        if (lines.Exists(l => l.Certainty == Certainty.Inferred))
        {
            page.MarkupLine($"[dim]{Inferred} something under it is inferred[/]");
        }
    }

    private static void Sums(IAnsiConsole page, Statement statement)
    {
        var table = new PageTable(new("In total"), new("", Right: true), new("", Elastic: true));
        var achievement = statement.Achievement;
        Sum(table, "Contractor population index", achievement.Index, achievement.Index.Value is null ? achievement.Index.Remark : null);
        Sum(table, "Points", achievement.Points, $"of {Words.Points(statement.Groups.Sum(g => g.Available))}");
        Sum(table, "Achievement payment", achievement.Pounds, achievement.Pounds.Remark is { } remark && !remark.StartsWith("provisional", StringComparison.Ordinal) ? remark : null);
        Sum(table, "Not earned", statement.Lost, null);
        if (statement.Aspiration is { } aspiration)
        {
            Sum(table, "Aspiration", aspiration, statement.AspirationParts is [var first, ..] ? $"in {statement.AspirationParts.Count} parts of {FigureText.Of(first)}" : null);
        }

        if (statement.Balance is { } balance)
        {
            // While something is missing from the payment nobody knows whether anything is to be repaid.
            var back = balance is { Value: < 0, Provisional: false };
            Sum(table, back ? "To be repaid" : "Balance", back ? balance with { Value = -balance.Value } : balance, balance.On is { } day ? $"by {Words.LongDay(day)}" : null);
        }

        table.Write(page);
    }

    private static void Sum(PageTable table, string name, PaymentLine line, string? note) => table.Add(
        new PageCell(name, "bold"), new PageCell(FigureText.Of(line) + Marks(line), "bold"),
        note ?? "");
}
