using System.CommandLine;
using System.Globalization;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Endpoints;
using QofFhir.Cli.Output;
using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;

namespace QofFhir.Cli.Extract;

/// <summary><c>qof extract</c>: a practice from its FHIR server to files.</summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal)
    {
        var server = new Option<string>("--base") { Required = true, HelpName = "URL", Description = "Where the resource types of the FHIR R4 server hang below." };
        var folder = new Option<string>("--out") { Required = true, HelpName = "DIR", Description = "A new folder; it appears when everything is in it, and only its owner may look inside." };
        var framework = new Option<string?>("--framework") { HelpName = "ID", Description = "The framework whose records to fetch [default: the newest]." };
        var mode = Ask.Choice<ExtractionMode>("--mode", "By Bulk Data, by search, or by Bulk Data where the server has it [default: auto].");
        var group = new Option<string?>("--group") { HelpName = "ID", Description = "Export the members of this Group: needed where a server holds several practices." };
        var level = Ask.Choice<ExportWhose>("--level", "Export what is about patients, or all that the server has [default: patient].");
        var since = new Option<DateTimeOffset?>("--since")
        {
            HelpName = "INSTANT",
            Description = "Export only what changed since: the transactionTime of an earlier extraction. The folder then holds changes, not a practice.",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                {
                    result.AddError($"'{text}' is no instant: --since expects one such as 2026-11-21T05:58:12Z.");
                }

                return instant;
            },
        };
        var filter = Ask.Choice<BulkFilter>("--filter", "How an export is narrowed: by value sets, by their codes, or not at all [default: valuesets].");
        var origins = new Option<string[]>("--allow-origin")
        {
            HelpName = "URL",
            DefaultValueFactory = _ => [],
            Description = "Another origin from which the files of an export may come; may be repeated. No token goes there.",
        };
        var access = new AccessOptions();
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var command = new TaughtCommand(
            "extract", "Fetch what a framework needs of a practice from its FHIR server.",
            "DIR holds an NDJSON file a resource type, deleted.txt where the server names deletions, and",
            "extraction.json: how it was fetched, the server's time, counts, and what is missing.",
            "Exit code 6: the server says that something is missing.",
            "",
            "Example:",
            "  qof extract --base https://gp.example/fhir --group A81001 --out extract \\",
            "      --auth smart --client-id qof --key key.pem",
            "  qof evaluate extract --framework qof-england-2026-27 --achievement-date 2026-11-30 --out out")
        {
            server, folder, framework, mode, group, level, since, filter, origins, definitions, packs,
        };
        access.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(group) is not null && parsed.GetResult(level) is { Implicit: false })
            {
                throw new StopException(ExitCode.Usage, "--group and --level do not go together: a group is a level");
            }

            if (parsed.GetValue(group) is not null && parsed.GetValue(mode) == ExtractionMode.Search)
            {
                throw new StopException(ExitCode.Usage, "--group does not go with --mode search: a search takes all patients that the server lists");
            }

            var address = Ask.Address(parsed.GetRequiredValue(server), "--base");
            var allowed = parsed.GetValue(origins)!.Select(o => Ask.Address(o, "--allow-origin")).ToList();
            BulkLevel whose = parsed.GetValue(group) is { } id ? new BulkLevel.Group(id)
                : parsed.GetValue(level) == ExportWhose.System ? new BulkLevel.System() : new BulkLevel.Patients();
            return (int)await new ExtractRun(
                new ExtractArguments(
                    access.Endpoint(parsed, address) with { AllowedOrigins = allowed },
                    parsed.GetRequiredValue(folder), parsed.GetValue(framework), parsed.GetValue(mode),
                    new BulkRequest(whose) { Since = parsed.GetValue(since), Filter = parsed.GetValue(filter) },
                    parsed.GetValue(definitions), parsed.GetRequiredValue(packs)),
                terminal).Run(cancellation);
        });
        return command;
    }

    /// <summary>An instant says its offset; K alone would take one without.</summary>
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];
}
