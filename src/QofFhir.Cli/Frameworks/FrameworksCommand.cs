using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Definitions.Publishing;

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
            "Example:", "  qof frameworks", "  qof frameworks show qof-england-2026-27",
            "  qof frameworks diff qof-england-2025-26 qof-england-2026-27")
        {
            definitions, packs, format, Show(terminal), Diff(terminal), Document(terminal),
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
        var rows = new Option<bool>("--rows") { Description = "Show every row of every indicator and register instead, with its condition, certainty and source." };
        var strata = new Option<bool>("--strata") { Description = "Show what results can be parted by instead: each group with its condition, certainty and evaluability." };
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "show", "Show every indicator of a framework: points, thresholds, certainty, evaluability, source.",
            "Certainty: found in a source, confirmed by arithmetic, inferred from neighbouring facts,",
            "or recalled from memory.",
            "",
            "Example:",
            "  qof frameworks show qof-england-2026-27",
            "  qof frameworks show qof-england-2026-27 --format csv > indicators.csv",
            "  qof frameworks show qof-england-2026-27 --strata")
        {
            id, rows, strata, definitions, packs, format,
        };
        command.SetAction(parsed =>
        {
            var library = DefinitionFiles.Load(parsed.GetValue(definitions), parsed.GetRequiredValue(packs));
            var framework = DefinitionFiles.FrameworkOf(library, parsed.GetRequiredValue(id));
            if (parsed.GetValue(rows))
            {
                FrameworkRows.Write(terminal, framework, parsed.GetValue(format));
            }
            else if (parsed.GetValue(strata))
            {
                FrameworkStrata.Write(terminal, framework, parsed.GetValue(format));
            }
            else
            {
                FrameworkDetail.Write(terminal, framework, parsed.GetValue(format));
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static TaughtCommand Diff(Terminal terminal)
    {
        var from = new Argument<string>("FROM") { Description = "The framework to compare with, such as qof-england-2025-26." };
        var to = new Argument<string>("TO") { Description = "The framework that may differ, such as qof-england-2026-27." };
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "diff", "Show what changed from one framework to another: indicators, points, thresholds, rules, strata.",
            "Rules are compared with everything that they rest on: fields, named conditions, registers.",
            "Strata are compared by their groups.",
            "",
            "Example:",
            "  qof frameworks diff qof-england-2025-26 qof-england-2026-27")
        {
            from, to, definitions, packs, format,
        };
        command.SetAction(parsed =>
        {
            var library = DefinitionFiles.Load(parsed.GetValue(definitions), parsed.GetRequiredValue(packs));
            FrameworkDiff.Write(
                terminal, DefinitionFiles.FrameworkOf(library, parsed.GetRequiredValue(from)),
                DefinitionFiles.FrameworkOf(library, parsed.GetRequiredValue(to)), parsed.GetValue(format));
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static TaughtCommand Document(Terminal terminal)
    {
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var command = new TaughtCommand(
            "document", "Write a page about every indicator of every framework, in Markdown, to standard output.",
            "Years, points, thresholds, rows, sources, certainty, and the clusters with what is held of them.",
            "",
            "Example:",
            "  qof frameworks document > indicators.md")
        {
            definitions, packs,
        };
        command.SetAction(parsed =>
        {
            terminal.Data.Write(IndicatorsPage.Of(DefinitionFiles.Load(parsed.GetValue(definitions), parsed.GetRequiredValue(packs))));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
