using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Explain;

/// <summary><c>qof explain</c>: why a patient stands where the count says.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var inputs = Ask.Inputs();
        var patient = new Option<string>("--patient") { Required = true, HelpName = "ID", Description = "Id of the FHIR Patient." };
        var indicator = new Option<string>("--indicator") { Required = true, HelpName = "ID", Description = "The indicator, such as DM020." };
        var framework = Ask.Framework();
        var date = Ask.AchievementDate();
        var practice = Ask.Practice();
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json);
        var command = new TaughtCommand(
            "explain", "Walk one patient through one indicator, row by row, to the row that decides.",
            "The output holds one patient's clinical data: treat it as such.",
            "",
            "Example:",
            "  qof explain practice --patient p-17 --indicator DM020 \\",
            "      --framework qof-england-2026-27 --achievement-date 2026-11-30")
        {
            inputs, patient, indicator, framework, date, practice, definitions, packs, format,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => (int)ExplainRun.Run(
                new ExplainArguments(
                    parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(patient), parsed.GetRequiredValue(indicator),
                    parsed.GetRequiredValue(framework), parsed.GetRequiredValue(date), parsed.GetValue(practice),
                    parsed.GetValue(definitions), parsed.GetRequiredValue(packs), parsed.GetValue(format)),
                terminal, cancellation),
            cancellation));
        return command;
    }
}
