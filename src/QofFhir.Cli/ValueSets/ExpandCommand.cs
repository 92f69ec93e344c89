using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Terminology;

namespace QofFhir.Cli.ValueSets;

/// <summary><c>qof valuesets expand</c>: the lists of codes that a FHIR terminology server gives.</summary>
internal static class ExpandCommand
{
    private const string SecretVariable = "QOFFHIR_CLIENT_SECRET";

    public static Command Create(Terminal terminal)
    {
        var address = new Option<string>("--server")
        {
            Required = true,
            HelpName = "URL",
            Description = "A FHIR R4 terminology server that has the UK edition of SNOMED CT.",
        };
        var clusters = new Option<string[]>("--cluster")
        {
            HelpName = "NAME",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
            Description = "Only this cluster, such as DM_COD; may be repeated [default: all whose reference set is known].",
        };
        var token = new Option<string?>("--token-url") { HelpName = "URL", Description = "Where client credentials are given for a token (OAuth 2.0); without it the server is asked without one." };
        var id = new Option<string?>("--client-id") { HelpName = "ID", Description = "The id of the client." };
        var secret = new Option<string?>("--client-secret-file")
        {
            HelpName = "FILE",
            Description = $"File that holds the client's secret [default: the environment variable {SecretVariable}].",
        };
        var options = new ImportOptions();
        var command = new TaughtCommand(
            "expand", "Ask a terminology server for the members of every reference set; same report as import.",
            "What the server does not give whole is told, and its file stays.",
            "A server that fails changes nothing.",
            "",
            "Example:",
            "  qof valuesets expand --server https://example.org/fhir --to valuesets")
        {
            address, clusters, token, id, secret,
        };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var url = Ask.Address(parsed.GetRequiredValue(address), "--server");
            using var http = SearchExtraction.NewClient();
            var server = new TerminologyServer(
                http, new FhirEndpoint(url, Credentials(parsed.GetValue(token), parsed.GetValue(id), parsed.GetValue(secret))),
                new ExtractionSettings(), terminal.Clock, new Random(0));
            return (int)await new ImportRun(options.Of(parsed), terminal)
                .FromServer(server, url.GetLeftPart(UriPartial.Path), parsed.GetValue(clusters) ?? [], cancellation);
        });
        return command;
    }

    private static EndpointAccess.ClientCredentials? Credentials(string? token, string? id, string? secretFile)
    {
        if (token is null && id is null && secretFile is null)
        {
            return null;
        }

        if (token is null || id is null)
        {
            throw new StopException(ExitCode.Usage, "--token-url and --client-id belong together");
        }

        if (secretFile is not null && !File.Exists(secretFile))
        {
            throw new StopException(ExitCode.Files, $"{secretFile}: no such file");
        }

        var secret = secretFile is null ? Environment.GetEnvironmentVariable(SecretVariable) : File.ReadAllText(secretFile).Trim();
        return string.IsNullOrEmpty(secret)
            ? throw new StopException(ExitCode.Usage, $"no secret: give --client-secret-file, or set {SecretVariable}")
            : new EndpointAccess.ClientCredentials(Ask.Address(token, "--token-url"), id, secret);
    }
}
