using QofFhir.Cli.Input;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Check;

internal static class CheckRun
{
    public static ExitCode Run(
        IReadOnlyList<string> inputs, string? frameworkId, string? definitions, IReadOnlyList<string> codePacks, OutputFormat format,
        Terminal terminal, CancellationToken cancellation)
    {
        var library = DefinitionFiles.Load(definitions, codePacks);
        var framework = DefinitionFiles.FrameworkOf(library, frameworkId);
        var intake = Intake.From(inputs, library.CodeIndex(framework), terminal, cancellation);
        Write(new CheckReport(intake.Read, Coverage.Of(framework.Plan.Clusters, intake.Read.Records)), format, terminal);
        return ExitCode.Ok;
    }

    private static void Write(CheckReport report, OutputFormat format, Terminal terminal)
    {
        switch (format)
        {
            case OutputFormat.Json:
                JsonText.Write(terminal.Data, json =>
                {
                    json.WriteStartObject();
                    foreach (var (name, sheet) in report.Sections)
                    {
                        json.WritePropertyName(name);
                        sheet.WriteJson(json);
                    }

                    json.WriteEndObject();
                });
                break;
            case OutputFormat.Csv:
                Long(report).WriteCsv(terminal.Data);
                break;
            default:
                new CheckView(terminal.Page, report).Write();
                break;
        }
    }

    /// <summary>All sections in one table: a line for each number.</summary>
    private static Sheet Long(CheckReport report)
    {
        var all = new Sheet("section", "name", "measure", "value");
        foreach (var (name, sheet) in report.Sections)
        {
            foreach (var row in sheet.Rows)
            {
                for (var i = 1; i < sheet.Columns.Count; i++)
                {
                    all.Add(name, row[0], sheet.Columns[i], row[i]);
                }
            }
        }

        return all;
    }
}
