using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;
using QofFhir.Publication.Statements;

namespace QofFhir.Cli.Payment;

/// <summary><c>qof payment again</c>: a kept statement from its inputs alone.</summary>
internal static class AgainCommand
{
    private const int DifferencesShown = 20;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "statement.json of `qof payment statement`." };
        var command = new TaughtCommand(
            "again", "Work a kept statement out anew from its own inputs, and compare it to the penny.",
            "No framework is loaded: all that the statement rests on is in the file. Ends with 8 when the inputs",
            "were changed or a figure differs.",
            "",
            "Example:",
            "  qof payment again statement/statement.json")
        {
            file,
        };
        command.SetAction(parsed => (int)Compare(parsed.GetRequiredValue(file), terminal));
        return command;
    }

    private static ExitCode Compare(string file, Terminal terminal)
    {
        var document = KeptStatement.Read(file, out var differences);
        if (differences.Count > 0)
        {
            throw new StopException(ExitCode.Differs, [
                $"{file}: the statement is not what its inputs give",
                .. differences.Take(DifferencesShown).Select(Words.Plain),
                .. differences.Count > DifferencesShown ? [$"and {Words.Count(differences.Count - DifferencesShown)} more"] : Array.Empty<string>()]);
        }

        var (inputs, outcome) = (document.Inputs, document.Outcome);
        terminal.Data.WriteLine(Words.Plain(
            $"{inputs.Practice ?? "no practice named"}, {inputs.Framework}, {Words.LongDay(inputs.AchievementDate)}: "
            + $"{(outcome.Points.Value is { } points ? Words.Points(points) : "unknown")} points, {(outcome.Pounds.Value is { } pounds ? FigureText.Pounds(pounds) : "no sum")}"
            + $"{(outcome.Pounds.Provisional ? " (provisional)" : "")}. The same to the penny."));
        return ExitCode.Ok;
    }
}
