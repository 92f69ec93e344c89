using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;
using QofFhir.Core.Recall;

namespace QofFhir.Cli.Recall;

/// <summary><c>qof recall</c>: files in, one worklist over all indicators out.</summary>
internal static class RecallCommand
{
    public static Command Create(Terminal terminal)
    {
        var inputs = Ask.Inputs();
        var framework = Ask.Framework();
        var today = Ask.Day("--today", "The day to judge by: nothing dated after it counts. Windows end on 31 March of the service year that holds it.");
        today.Required = true;
        var practice = Ask.Practice();
        var by = new Option<RecallOrder>("--by")
        {
            HelpName = string.Join('|', RecallWords.Orders.Select(o => o.Name)),
            Description = "Who stands first: born this month, due longest, or most indicators open [default: birth-month].",
            CustomParser = result => Order(result),
        };
        var months = new Option<string?>("--birth-month") { HelpName = "MONTHS", Description = "Only those born in these months: 1 to 12, with commas between." };
        var indicators = new Option<string?>("--indicator") { HelpName = "IDS", Description = "Only these indicators, with commas between." };
        var sitting = new Option<string?>("--sitting") { HelpName = "ID", Description = "Only what can be settled in this sitting, such as blood-test; care/care.yaml names them." };
        var states = new Option<string?>("--state") { HelpName = "STATES", Description = $"Only care in these states, with commas between: {string.Join(", ", RecallWords.States.Select(s => s.Name))}." };
        var horizon = new Option<int>("--horizon")
        {
            HelpName = "TIME",
            Description = "How far ahead care that lapses is listed: days or weeks, such as 56d or 8w [default: 56d].",
            DefaultValueFactory = _ => RecallQuestion.UsualHorizon,
            CustomParser = Days,
        };
        var without = new Option<bool>("--without-decided") { Description = "Leave out what is unsuitable and what patients chose not to have; they stay counted." };
        var outcomes = new Option<string?>("--outcomes")
        {
            HelpName = "FILE",
            Description = $"What became of earlier recalls: CSV with the columns {string.Join(',', OutcomeEntry.Columns)} (outcome: {string.Join(", ", RecallWords.Outcomes)}; method: {string.Join(", ", RecallWords.Methods)}; until: the day of an appointment).",
        };
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Also write the files below. They appear when all are whole; files of other names in the folder stay." };
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "recall", "List whom a practice recalls: each patient once, with all that is owed, what one visit settles, and the invitations that still count.",
            "Files in DIR:",
            $"  {RecallFiles.Patients}           one line a patient",
            $"  {RecallFiles.Sittings}  one line a patient and sitting",
            $"  {RecallFiles.Group}    FHIR Group of those to be recalled",
            $"  {RecallFiles.List}     FHIR List of the same, in order, and for what",
            "",
            "Outcomes annotate the list: they change no count and stand in for no record.",
            "",
            "Example:",
            "  qof recall practice --framework qof-england-2026-27 --today 2026-11-30 \\",
            "      --birth-month 12 --out recall")
        {
            inputs, framework, today, practice, by, months, indicators, sitting, states, horizon, without, outcomes, folder, definitions, packs, format,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => (int)new RecallRun(
                new RecallArguments(
                    parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(framework), parsed.GetRequiredValue(today)!.Value, parsed.GetValue(practice)?.Trim(),
                    parsed.GetValue(by), Months(parsed.GetValue(months)), Names(parsed.GetValue(indicators)), parsed.GetValue(sitting), Names(parsed.GetValue(states)),
                    parsed.GetValue(horizon), parsed.GetValue(without), parsed.GetValue(outcomes), parsed.GetValue(folder), parsed.GetValue(definitions),
                    parsed.GetRequiredValue(packs), parsed.GetValue(format)),
                terminal).Run(cancellation),
            cancellation));
        return command;
    }

    private static RecallOrder Order(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var found = RecallWords.Orders.Where(o => o.Name == text).ToArray();
        if (found.Length == 0)
        {
            result.AddError($"'{text}' is no order: --by expects {string.Join(", ", RecallWords.Orders.Select(o => o.Name))}.");
        }

        return found.FirstOrDefault().Order;
    }

    private static int Days(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var unit = text.EndsWith('w') ? 7 : 1;
        if (!int.TryParse(text.TrimEnd('d', 'w'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > RecallQuestion.LongestHorizon / unit)
        {
            result.AddError($"'{text}' is no time: --horizon expects days or weeks, at most {RecallQuestion.LongestHorizon} days, such as 56d or 8w.");
            return 0;
        }

        return number * unit;
    }

    /// <exception cref="StopException">Something is no month.</exception>
    private static int[]? Months(string? list) => Names(list) is not { } names ? null : [.. names.Select(n =>
        int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? month
            : throw new StopException(ExitCode.Usage, $"'{n}' is no month: --birth-month expects 1 to 12"))];

    private static string[]? Names(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
