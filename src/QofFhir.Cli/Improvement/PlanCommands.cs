using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Improvement.Told;
using QofFhir.Cli.Improvement.Views;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Improvement;

/// <summary>A practice's plan at a service: what it says, what is counted for it, and its declaration.</summary>
internal static class PlanCommands
{
    public static Command Plan(Terminal terminal)
    {
        var question = new PlanQuestion(terminal);
        var command = new TaughtCommand(
            "plan", "Show a practice's plan: what is met and what is not, the points, where each measure stands.",
            "Example:",
            "  qof qi plan --server https://qof.example --practice A81001 --module prescribing-safety")
        {
            question.Format,
        };
        question.Where.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var service = question.Where.Client(parsed);
            var answer = await service.Get(question.Where.Address(parsed), cancellation);
            return question.Show<PlanTold>(parsed, answer, plan => PlanView.Write(terminal.Page, plan));
        });
        return command;
    }

    public static Command Baseline(Terminal terminal) => Counted(
        terminal, "baseline", "baselines", "Count the module's measures for the first time: the baseline, which then stays as it is.");

    public static Command Measure(Terminal terminal) => Counted(
        terminal, "measure", "measurements", "Count the module's measures again.");

    public static Command Declare(Terminal terminal)
    {
        var question = new PlanQuestion(terminal);
        var version = PlanQuestion.AskVersion("Only if the plan has this version still, as `qof qi plan` showed it [default: that of now].");
        var command = new TaughtCommand(
            "declare", "Declare what the plan says now.",
            "A plan that is changed afterwards asks for a new declaration.",
            "",
            "Example:",
            "  qof qi declare --server https://qof.example --practice A81001 \\",
            "      --module prescribing-safety --by \"Ann Example\" --if-match 12")
        {
            question.By, version, question.Format,
        };
        question.Where.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var service = question.Where.Client(parsed);
            var address = question.Where.Address(parsed);
            var seen = parsed.GetValue(version) is { } named ? ServiceClient.ETag(named) : (await service.Get(address, cancellation)).ETag;
            var answer = await service.Post(address + "/declaration", new { by = parsed.GetValue(question.By) }, cancellation, seen);
            return question.Show<PlanTold>(parsed, answer, plan => PlanView.Write(terminal.Page, plan));
        });
        return command;
    }

    public static Command Chart(Terminal terminal)
    {
        var question = new PlanQuestion(terminal);
        var measure = new Argument<string>("MEASURE") { Description = "One of the module's measures, such as NSAID65." };
        var kind = new Option<string?>("--kind") { HelpName = "run|p|xmr", Description = "The chart to draw [default: the one that suits the series]." };
        kind.AcceptOnlyFromAmong("run", "p", "xmr");
        var command = new TaughtCommand(
            "chart", "Show a measure month by month, and what of it is more than chance.",
            "Example:",
            "  qof qi chart NSAID65 --server https://qof.example --practice A81001 \\",
            "      --module prescribing-safety")
        {
            measure, kind, question.Format,
        };
        question.Where.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var service = question.Where.Client(parsed);
            var query = parsed.GetValue(kind) is { } chosen ? $"?kind={chosen}" : "";
            var address = $"{question.Where.Address(parsed)}/charts/{Uri.EscapeDataString(parsed.GetRequiredValue(measure))}{query}";
            return question.Show<ChartTold>(parsed, await service.Get(address, cancellation), chart => ChartView.Write(terminal.Page, chart));
        });
        return command;
    }

    public static Command Patients(Terminal terminal)
    {
        var question = new PlanQuestion(terminal, OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var measure = new Option<string?>("--measure") { HelpName = "ID", Description = "One measure [default: all of the module]." };
        var on = Ask.Day("--on", "The day to judge by [default: today, as the service has it].");
        var command = new TaughtCommand(
            "patients", "List the patients whom a measure leaves outstanding: who, why, and what is lacking.",
            "The list is clinical data of single patients: it stays in the practice.",
            "",
            "Example:",
            "  qof qi patients --server https://qof.example --practice A81001 \\",
            "      --module prescribing-safety --measure NSAID65 --format csv")
        {
            measure, on, question.Format,
        };
        question.Where.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var service = question.Where.Client(parsed);
            string?[] query = [parsed.GetValue(measure) is { } one ? "measure=" + Uri.EscapeDataString(one) : null, parsed.GetValue(on) is { } day ? "on=" + Words.Day(day) : null];
            var answer = await service.Get($"{question.Where.Address(parsed)}/patients?{string.Join('&', query.OfType<string>())}", cancellation);
            return question.Show<PatientsTold>(parsed, answer, told => PatientsView.Write(terminal, told, parsed.GetValue(question.Format)));
        });
        return command;
    }

    private static TaughtCommand Counted(Terminal terminal, string name, string kind, string description)
    {
        var question = new PlanQuestion(terminal);
        var on = Ask.Day("--on", "The day as of which the records are read [default: today, as the service has it].");
        var command = new TaughtCommand(
            name, description,
            "The service counts over the records that it keeps of the practice's last run.",
            "",
            "Example:",
            $"  qof qi {name} --server https://qof.example --practice A81001 \\",
            "      --module prescribing-safety --by \"Ann Example\"")
        {
            question.By, on, question.Format,
        };
        question.Where.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var service = question.Where.Client(parsed);
            object body = parsed.GetValue(on) is { } day ? new { by = parsed.GetValue(question.By), on = Words.Day(day) } : new { by = parsed.GetValue(question.By) };
            var answer = await service.Post($"{question.Where.Address(parsed)}/{kind}", body, cancellation);
            return question.Show<PlanTold>(parsed, answer, plan => PlanView.Write(terminal.Page, plan));
        });
        return command;
    }
}
