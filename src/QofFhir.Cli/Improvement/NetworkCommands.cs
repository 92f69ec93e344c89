using System.CommandLine;
using System.Net.Http.Headers;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Improvement.Told;
using QofFhir.Cli.Improvement.Views;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Improvement;

/// <summary>What networks do: their practices together, and modules of their own.</summary>
internal static class NetworkCommands
{
    public static Command Network(Terminal terminal)
    {
        var question = new PlanQuestion(terminal);
        var network = new Argument<string>("CODE") { Description = "ODS code of the network." };
        var command = new TaughtCommand(
            "network", "Show what a network's practices did about a module: baseline, now and target of each, and what they shared.",
            "It names practices: it is for the network itself. The practices are those whose plans have",
            "a meeting of the network.",
            "",
            "Example:",
            "  qof qi network U12345 --server https://qof.example --module prescribing-safety")
        {
            network, question.Format,
        };
        question.Where.AddTo(command, ofPractice: false);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var service = question.Where.Client(parsed);
            var answer = await service.Get(question.Where.Address(parsed, parsed.GetRequiredValue(network)), cancellation);
            return question.Show<NetworkTold>(parsed, answer, told => NetworkView.Write(terminal.Page, told));
        });
        return command;
    }

    public static Command SendModule(Terminal terminal)
    {
        var server = new ServerOptions();
        var by = PlanQuestion.AskBy();
        var file = new Argument<string>("FILE") { Description = "The module as YAML; the file has the module's name." };
        var command = new TaughtCommand(
            "send-module", "Send a module that a network wrote itself.",
            "All its mistakes are told at once, with line and column, and nothing is kept of it.",
            "`qof evaluate --qi-file FILE` tries it out on files first.",
            "",
            "Example:",
            "  qof qi send-module carers.yaml --server https://qof.example --by \"Ann Example\"")
        {
            file, by,
        };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var service = server.Client(parsed);
            var path = parsed.GetRequiredValue(file);
            var module = Path.GetFileNameWithoutExtension(path);
            using var body = new StreamContent(File.OpenRead(path)) { Headers = { ContentType = new MediaTypeHeaderValue("application/yaml") } };
            await service.Send(HttpMethod.Put, $"qi/modules/{Uri.EscapeDataString(module)}?by={Uri.EscapeDataString(parsed.GetRequiredValue(by))}", body, null, cancellation);
            terminal.Data.WriteLine($"{module} can be worked on");
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
