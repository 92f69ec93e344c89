using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.ValueSets;

/// <summary>The options that every way of getting codes has.</summary>
internal sealed class ImportOptions
{
    private readonly Option<string> _to = new("--to") { Required = true, HelpName = "DIR", Description = "Folder of value sets, such as valuesets." };

    private readonly Option<string?> _additions = new("--additions")
    {
        HelpName = "FILE",
        Description = "Codes to keep beside the published lists, such as LOINC [default: DIR/additions.csv where there is one].",
    };

    private readonly Option<string?> _changes = new("--changes")
    {
        HelpName = "FILE",
        Description = "Write every code added or removed, with its cluster and term, as CSV. Read it before you use the new lists.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Report only; write nothing." };
    private readonly Option<string?> _definitions = Ask.Definitions();
    private readonly Option<OutputFormat> _format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _to, _additions, _changes, _dryRun, _definitions, _format })
        {
            command.Add(option);
        }
    }

    public ImportArguments Of(ParseResult parsed) => new(
        parsed.GetRequiredValue(_to), parsed.GetValue(_additions), parsed.GetValue(_changes), parsed.GetValue(_definitions),
        parsed.GetValue(_dryRun), parsed.GetValue(_format));
}
