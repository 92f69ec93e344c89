using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Frameworks;

/// <summary><c>qof frameworks</c> and <c>qof frameworks show</c>: what can be evaluated, and how sure its facts are.</summary>
internal static class FrameworksCommand
{
    public static Command Create(Terminal terminal)
    {
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "frameworks", "List the frameworks with their points, and how many of them can be evaluated.",
            "Example:", "  qof frameworks", "  qof frameworks show qof-england-2026-27")
        {
            definitions, packs, format, Show(terminal),
        };
        command.SetAction(parsed =>
        {
            var library = DefinitionFiles.Load(parsed.GetValue(definitions), parsed.GetRequiredValue(packs));
            FrameworkList.Write(terminal, library.Frameworks, parsed.GetValue(format));
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static TaughtCommand Show(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "The framework, such as qof-england-2026-27." };
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "show", "Show every indicator of a framework: points, thresholds, certainty, evaluability, source.",
            "Certainty: found in a source, confirmed by arithmetic, inferred from neighbouring facts,",
            "or recalled from memory.",
            "",
            "Example:",
            "  qof frameworks show qof-england-2026-27",
            "  qof frameworks show qof-england-2026-27 --format csv > indicators.csv")
        {
            id, definitions, packs, format,
        };
        command.SetAction(parsed =>
        {
            var library = DefinitionFiles.Load(parsed.GetValue(definitions), parsed.GetRequiredValue(packs));
            var framework = DefinitionFiles.FrameworkOf(library, parsed.GetRequiredValue(id));
            FrameworkDetail.Write(terminal, framework, parsed.GetValue(format));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
