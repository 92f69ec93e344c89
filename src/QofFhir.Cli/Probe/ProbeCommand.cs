using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Endpoints;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Extraction;
using QofFhir.Extraction.Probing;

namespace QofFhir.Cli.Probe;

/// <summary><c>qof probe</c>: what a server has and lacks for us, before anybody relies on it.</summary>
internal static class ProbeCommand
{
    /// <summary>A probe is to tell soon how a server is, not to be patient with it.</summary>
    private static readonly ExtractionSettings Settings = new()
    {
        Retries = 2,
        RequestTimeout = TimeSpan.FromSeconds(30),
        LongestRetryAfter = TimeSpan.FromMinutes(1),
        TotalTime = TimeSpan.FromMinutes(10),
    };

    public static Command Create(Terminal terminal)
    {
        var server = new Argument<string>("URL") { Description = "Where the resource types of the FHIR server hang below." };
        var framework = new Option<string?>("--framework") { HelpName = "ID", Description = "The framework that is to be evaluated [default: the newest]." };
        var patientFree = new Option<bool>("--patient-free") { Description = "Ask for nothing that is about a patient: only what the server says of itself is told." };
        var access = new AccessOptions();
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Fhir);
        var command = new TaughtCommand(
            "probe", "Tell what a FHIR server has and lacks for us, and what that costs.",
            "It reads the server's statements, searches for single resources, and looks at the first 50 of a",
            "type; it exports nothing, and only counts are shown. Exit code 0: all that is needed is there.",
            "",
            "Example:",
            "  qof probe https://gp.example/fhir --auth smart --client-id qof --key key.pem",
            "  qof probe https://gp.example/fhir --patient-free --format json")
        {
            server, framework, patientFree, definitions, packs, format,
        };
        access.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = Ask.Address(parsed.GetRequiredValue(server), "URL");
            var library = DefinitionFiles.Load(parsed.GetValue(definitions), parsed.GetRequiredValue(packs));
            var queries = PracticeQueries.For(
                DefinitionFiles.FrameworkOf(library, parsed.GetValue(framework)).Plan, cluster => library.ValueSet(cluster.Name).Url);
            var endpoint = access.Endpoint(parsed, address);
            using var http = SearchExtraction.NewClient(endpoint.Access);
            var probe = new EndpointProbe(http, endpoint, Settings, terminal.Clock, new Random(Environment.ProcessId));
            var report = await probe.Run(queries, parsed.GetValue(patientFree), cancellation);
            ProbeView.Write(terminal, report, parsed.GetValue(format));
            return (int)(report.AllNeeded ? ExitCode.Ok : ExitCode.Incomplete);
        });
        return command;
    }
}
