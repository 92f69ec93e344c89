using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.ValueSets;

/// <summary><c>qof valuesets import</c>: newer lists of codes, by those who hold a licence for them.</summary>
internal static class ValueSetsCommand
{
    public static Command Create(Terminal terminal) => new TaughtCommand(
        "valuesets", "Work with value sets.", "Example:", "  qof valuesets import release.txt --to valuesets")
    {
        Import(terminal),
    };

    private static TaughtCommand Import(Terminal terminal)
    {
        var source = new Argument<string>("SOURCE")
        {
            Description = "The text file of the official release (reference set content), or a folder with clusters.csv and clusters/.",
        };
        var to = new Option<string>("--to") { Required = true, HelpName = "DIR", Description = "Folder of value sets, such as valuesets." };
        var version = new Option<string?>("--release") { HelpName = "TEXT", Description = "Version of a release file [default: the day in its name]." };
        var additions = new Option<string?>("--additions")
        {
            HelpName = "FILE",
            Description = "Codes to keep beside the published lists, such as LOINC [default: DIR/additions.csv where there is one].",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Report only; write nothing." };
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "import", "Turn a newer release into value sets; report for each cluster what is added and removed.",
            "The same source twice changes nothing. Clusters that the source lacks keep their files.",
            "",
            "Example:",
            "  qof valuesets import 20260401_PCD_Refset_Content.txt --to valuesets --dry-run")
        {
            source, to, version, additions, dryRun, format,
        };
        command.SetAction(parsed => (int)ImportRun.Run(
            parsed.GetRequiredValue(source), parsed.GetRequiredValue(to), parsed.GetValue(version), parsed.GetValue(additions),
            parsed.GetValue(dryRun), parsed.GetValue(format), terminal));
        return command;
    }
}
