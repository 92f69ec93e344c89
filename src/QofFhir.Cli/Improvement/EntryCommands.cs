using System.CommandLine;
using System.Net.Http.Json;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Improvement;

/// <summary>Single entries of a plan. Each has its version, so that of two people at one plan nobody's entry is lost.</summary>
internal static class EntryCommands
{
    private const string Kinds = "objectives, cycles, meetings, answers, attested";

    public static Command Put(Terminal terminal)
    {
        var where = new PlanOptions(terminal.Clock);
        var (kind, entry, by) = (Kind(), Entry(), PlanQuestion.AskBy());
        var file = new Argument<string>("FILE") { Description = "The entry: a JSON object, without identifier and version." };
        var version = PlanQuestion.AskVersion("The entry's version that this one is made from; without it the entry is new.");
        var command = new TaughtCommand(
            "put", "Put an entry into a plan, or a new version of it.",
            "Who comes second to an entry is refused and told which version it has now.",
            "",
            "Example:",
            "  qof qi put meetings october october.json --server https://qof.example --practice A81001 \\",
            "      --module prescribing-safety --by \"Ann Example\"",
            "",
            "october.json:",
            "  { \"on\": \"2026-10-14\", \"network\": \"U12345\", \"attendees\": [\"A81001\", \"A81002\"],",
            "    \"learning\": \"A protocol that all use\", \"shared\": true }")
        {
            kind, entry, file, by, version,
        };
        where.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var service = where.Client(parsed);
            using var body = JsonContent.Create(new { by = parsed.GetValue(by), entry = EntryFile.Read(parsed.GetRequiredValue(file)) });
            var answer = await service.Send(HttpMethod.Put, Address(parsed, where, kind, entry), body, parsed.GetValue(version) is { } from ? ServiceClient.ETag(from) : null, cancellation);
            terminal.Data.WriteLine($"{parsed.GetValue(kind)}/{parsed.GetValue(entry)} has version {answer.ETag?.Trim('"')}");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    public static Command Remove(Terminal terminal)
    {
        var where = new PlanOptions(terminal.Clock);
        var (kind, entry, by) = (Kind(), Entry(), PlanQuestion.AskBy());
        var version = PlanQuestion.AskVersion("The entry's version that is to be removed.", required: true);
        var command = new TaughtCommand(
            "remove", "Take an entry out of a plan; its history stays.",
            "Example:",
            "  qof qi remove meetings october --server https://qof.example --practice A81001 \\",
            "      --module prescribing-safety --by \"Ann Example\" --if-match 1")
        {
            kind, entry, by, version,
        };
        where.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var service = where.Client(parsed);
            var address = $"{Address(parsed, where, kind, entry)}?by={Uri.EscapeDataString(parsed.GetRequiredValue(by))}";
            await service.Send(HttpMethod.Delete, address, null, ServiceClient.ETag(parsed.GetValue(version)!.Value), cancellation);
            terminal.Data.WriteLine($"{parsed.GetValue(kind)}/{parsed.GetValue(entry)} is removed");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Argument<string> Kind() => new("KIND") { Description = $"One of {Kinds}." };

    private static Argument<string> Entry() => new("ID") { Description = "The entry's identifier in the plan: letters, digits, hyphens, dots." };

    private static string Address(ParseResult parsed, PlanOptions where, Argument<string> kind, Argument<string> entry) =>
        $"{where.Address(parsed)}/{Uri.EscapeDataString(parsed.GetRequiredValue(kind))}/{Uri.EscapeDataString(parsed.GetRequiredValue(entry))}";
}
