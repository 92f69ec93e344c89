using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Publish;

/// <summary><c>qof publish</c>: a framework's definitions, for other engines.</summary>
internal static class PublishCommand
{
    public static Command Create(Terminal terminal)
    {
        var framework = Ask.Framework();
        var folder = new Option<string>("--out")
        {
            Required = true,
            HelpName = "DIR",
            Description = "Where the files go. They appear when all are whole, and replace those of an earlier publication; files of other names stay.",
        };
        var translator = new Option<string?>("--translator")
        {
            HelpName = "FILE",
            Description = "Script that translates CQL for which no ELM is stored, such as tools/cql/translate.mjs of the source; needs Node. Without it such rules are published as CQL only.",
        };
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "publish", "Write a framework's indicators as FHIR Measures with CQL and ELM, so that any CQL engine can run them.",
            "Files in DIR:",
            "  Measure-ID.json   a Measure for each register and fraction indicator",
            "  Library-ID.json   its logic as CQL and ELM; the one named as the framework pins all versions",
            "  ValueSet-ID.json  the code lists that the logic reads",
            "  NAME.cql          the CQL to read",
            "  package.tgz       all resources as a FHIR package",
            "",
            "Example:",
            "  qof publish --framework qof-england-2026-27 --out published")
        {
            framework, folder, translator, definitions, packs, format,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => (int)new PublishRun(
                parsed.GetRequiredValue(framework), parsed.GetRequiredValue(folder), parsed.GetValue(translator), terminal).Run(
                    DefinitionsOf(parsed), parsed.GetValue(format), cancellation),
            cancellation));
        return command;

        (string? Root, string[] Packs) DefinitionsOf(ParseResult parsed) => (parsed.GetValue(definitions), parsed.GetRequiredValue(packs));
    }
}
