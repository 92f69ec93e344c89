using System.Buffers;
using System.Text;
using QofFhir.Cli.Output;
using QofFhir.Core;
using QofFhir.Extraction.Probing;
using QofFhir.Extraction.Requirements;
using QofFhir.Fhir.Writing;
using Spectre.Console;

namespace QofFhir.Cli.Probe;

/// <summary>The findings of a probe: for people area by area, as JSON row by row, as FHIR what is not there.</summary>
internal static class ProbeView
{
    /// <summary>What is longer stands under the row.</summary>
    private const int ShortDetail = 28;

    public static void Write(Terminal terminal, ProbeReport report, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                JsonText.Write(terminal.Data, json =>
                {
                    json.WriteStartObject();
                    json.WriteString("base", report.Endpoint.ToString());
                    json.WriteBoolean("allNeeded", report.AllNeeded);
                    json.WritePropertyName("rows");
                    Rows(report).WriteJson(json);
                    json.WriteEndObject();
                });
                break;
            case OutputFormat.Fhir:
                var outcome = new ArrayBufferWriter<byte>();
                OperationOutcomeWriter.Write(outcome, [.. report.Rows.Where(r => r.Found != ProbeFinding.Has).Select(Problem)]);
                terminal.Data.Write(Encoding.UTF8.GetString(outcome.WrittenSpan) + "\n");
                break;
            default:
                Table(terminal.Page, report);
                break;
        }
    }

    private static Sheet Rows(ProbeReport report)
    {
        var sheet = new Sheet("area", "what", "need", "found", "detail", "without");
        foreach (var row in report.Rows)
        {
            sheet.Add(row.Area, row.What, Need(row.Expectation), Found(row.Found), row.Detail, row.Without);
        }

        return sheet;
    }

    private static void Table(IAnsiConsole page, ProbeReport report)
    {
        foreach (var area in report.Rows.GroupBy(r => r.Area))
        {
            page.MarkupLine($"[bold]{Markup.Escape(char.ToUpperInvariant(area.Key[0]) + area.Key[1..])}[/]");
            var table = new PageTable(new("Need"), new("Found"), new("What", Elastic: true), new("Seen"));
            foreach (var row in area)
            {
                var isShort = row.Detail.Length <= ShortDetail;
                table.Add(Need(row.Expectation), new PageCell(Found(row.Found), Style(row)), row.What, isShort ? row.Detail : "");
                if (!isShort)
                {
                    table.Note(row.Detail);
                }

                if (row.Found == ProbeFinding.Lacks)
                {
                    table.Note($"so {row.Without}");
                }
            }

            table.Write(page);
            page.WriteLine();
        }

        var lacking = report.Rows.Where(r => r is { Expectation: Expectation.Shall, Found: not ProbeFinding.Has }).Select(r => r.What).ToList();
        page.MarkupLine(lacking.Count == 0
            ? "[green]All that is needed is there.[/]"
            : $"[red]Needed and not there, or not known: {Markup.Escape(string.Join("; ", lacking))}[/]");
    }

    private static Problem Problem(ProbeRow row) => new(
        row.Found == ProbeFinding.Lacks ? ProblemKind.Required : ProblemKind.Incomplete,
        row.Expectation switch
        {
            Expectation.Shall => ProblemSeverity.Error,
            Expectation.Should => ProblemSeverity.Warning,
            _ => ProblemSeverity.Information,
        },
        row.Area, null, $"{row.What}: {row.Detail}; {(row.Found == ProbeFinding.Lacks ? "so " : "if it is not there, ")}{row.Without}");

    private static string? Style(ProbeRow row) => (row.Found, row.Expectation) switch
    {
        (ProbeFinding.Has, _) => "green",
        (_, Expectation.Shall) => "red",
        (ProbeFinding.Lacks, _) => "yellow",
        _ => "dim",
    };

    private static string Need(Expectation expectation) => expectation switch
    {
        Expectation.Shall => "needed",
        Expectation.Should => "useful",
        _ => "optional",
    };

    private static string Found(ProbeFinding finding) => finding.ToString().ToLowerInvariant();
}
