using System.CommandLine;
using System.Globalization;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Smart;
using Spectre.Console;

namespace QofFhir.Cli.SampleGp;

/// <summary><c>qof sample-gp</c>: a GP system to try everything on, until it is stopped.</summary>
internal static class SampleGpCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { DefaultValueFactory = _ => SamplePractice.Folder, Description = "Folder of NDJSON files to serve [default: the sample practice]." };
        var port = new Option<int>("--port")
        {
            HelpName = "N",
            DefaultValueFactory = _ => 5090,
            Description = "Port on loopback; 0 takes a free one.",
            CustomParser = result =>
            {
                if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 65535)
                {
                    result.AddError("--port expects a number from 0 to 65535.");
                }

                return number;
            },
        };
        var client = new Option<string?>("--client-id") { HelpName = "ID", Description = "Let in only this client, by SMART Backend Services." };
        var keys = new Option<string?>("--keys") { HelpName = "FILE", Description = "Its public keys as a JWKS, read at each request for a token." };
        var command = new TaughtCommand(
            "sample-gp", "Serve a practice as a GP system would: search, Bulk Data, SMART, and faults on request.",
            "On loopback only, until it is stopped. /practices/ODS/fhir serves the same records under any code;",
            "POST /faults makes it misbehave, POST /changes changes records (docs/sample-gp.md).",
            "",
            "Example:",
            "  qof sample-gp",
            "  qof extract --base http://127.0.0.1:5090/fhir --out extract",
            "  curl -X POST -H 'Content-Type: application/json' -d '{\"errorsFor\":[\"Condition\"]}' http://127.0.0.1:5090/faults")
        {
            folder, port, client, keys,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var served = Path.GetFullPath(parsed.GetRequiredValue(folder));
            if (!Directory.Exists(served) || Directory.GetFiles(served, "*.ndjson").Length == 0)
            {
                throw new StopException(ExitCode.Usage, $"{served}: there are no *.ndjson files in it to serve");
            }

            var registered = (parsed.GetValue(client), parsed.GetValue(keys)) switch
            {
                (null, null) => null,
                ({ } id, { } file) => new SampleGpClient(id, Path.GetFullPath(file)),
                _ => throw new StopException(ExitCode.Usage, "--client-id and --keys go together"),
            };
            await using var gp = await SampleGpServer.StartAsync(
                new SampleGpSettings(served, parsed.GetValue(port)) { Client = registered, FaultsOverHttp = true, Clock = terminal.Clock }, cancellation);
            terminal.Page.WriteLine($"{gp.BaseUrl} serves {served}; Ctrl-C ends it.");
            var stopped = new TaskCompletionSource();
            await using var stop = cancellation.Register(stopped.SetResult);
            await stopped.Task;
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
