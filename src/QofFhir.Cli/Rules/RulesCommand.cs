using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Rules;

/// <summary><c>qof rules check</c>: for those who write rulesets.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal) => new TaughtCommand(
        "rules", "Work with rulesets.", "Example:", "  qof rules check")
    {
        Check(terminal),
    };

    private static TaughtCommand Check(Terminal terminal)
    {
        var folder = new Argument<string?>("DIR")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Folder that holds frameworks/, rulesets/ and valuesets/ [default: the ones beside the tool].",
        };
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "check", "Check frameworks, rulesets and value sets; all mistakes at once, each with its place.",
            "Mistakes stop an evaluation and end with exit code 4.",
            "Notes do not: they point at what is easily misread.",
            "",
            "Example:",
            "  qof rules check",
            "  qof rules check my-definitions --format csv")
        {
            folder, packs, format,
        };
        command.SetAction(parsed =>
        {
            var library = DefinitionFiles.Load(parsed.GetValue(folder), parsed.GetRequiredValue(packs));
            RulesReport.Write(terminal, library, parsed.GetValue(format));
            return (int)(library.Mistakes.Count == 0 ? ExitCode.Ok : ExitCode.Definitions);
        });
        return command;
    }
}
