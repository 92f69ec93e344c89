using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Check;

/// <summary><c>qof check</c>: what the data is like, before anybody counts with it.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var inputs = Ask.Inputs();
        var framework = new Option<string?>("--framework")
        {
            HelpName = "ID",
            Description = "The framework whose rules and clusters to look with [default: the newest].",
        };
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "check", "Tell the quality of the data: what was read, what was wrong, which clusters have events.",
            "It counts and names places in files; it shows no patient.",
            "",
            "Example:",
            "  qof check practice --framework qof-england-2026-27",
            "  qof check practice --format json | jq .problems")
        {
            inputs, framework, definitions, packs, format,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => (int)CheckRun.Run(
                parsed.GetRequiredValue(inputs), parsed.GetValue(framework), parsed.GetValue(definitions),
                parsed.GetRequiredValue(packs), parsed.GetValue(format), terminal, cancellation),
            cancellation));
        return command;
    }
}
