using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Improvement;

/// <summary><c>qof qi</c>: quality improvement modules, and the plans that a service holds.</summary>
internal static class ImprovementCommand
{
    public static Command Create(Terminal terminal) => new TaughtCommand(
        "qi", "Work with quality improvement modules, and with the plans that a service holds.",
        "Example:",
        "  qof qi modules",
        "  qof evaluate practice --qi prescribing-safety --achievement-date 2026-11-30 --out out",
        "  export QOFFHIR_KEY=...        # the key that the service showed at its first start",
        "  qof qi plan --server http://127.0.0.1:5080 --practice A99999 --module prescribing-safety")
    {
        Modules(terminal),
        PlanCommands.Plan(terminal),
        PlanCommands.Baseline(terminal),
        PlanCommands.Measure(terminal),
        EntryCommands.Put(terminal),
        EntryCommands.Remove(terminal),
        PlanCommands.Declare(terminal),
        PlanCommands.Chart(terminal),
        PlanCommands.Patients(terminal),
        NetworkCommands.Network(terminal),
        NetworkCommands.SendModule(terminal),
    };

    private static TaughtCommand Modules(Terminal terminal)
    {
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "modules", "List the quality improvement modules: years, points, and how many of their measures can be evaluated.",
            "Points that no source gives are left empty.",
            "",
            "Example:",
            "  qof qi modules --format csv")
        {
            definitions, packs, format,
        };
        command.SetAction(parsed =>
        {
            var library = DefinitionFiles.Load(parsed.GetValue(definitions), parsed.GetRequiredValue(packs));
            ModuleList.Write(terminal, library.Modules, parsed.GetValue(format));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
