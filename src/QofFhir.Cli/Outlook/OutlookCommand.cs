using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Outlook;

/// <summary><c>qof outlook</c>: what is ahead until the year ends.</summary>
internal static class OutlookCommand
{
    public static Command Create(Terminal terminal)
    {
        var inputs = Ask.Inputs();
        var framework = Ask.Framework();
        var today = Ask.Day("--today", "The last day of which anything is known: entries and registrations that begin after it do not count.");
        today.Required = true;
        var practice = Ask.Practice();
        var attestations = new Option<string?>("--attestations")
        {
            HelpName = "FILE",
            Description = "The practice's answers to attested indicators, as `qof evaluate` takes them.",
        };
        var national = new Option<string?>("--national")
        {
            HelpName = "FILE",
            Description = "National prevalence: CSV with the columns group,register,list. Without it groups that prevalence weights have points and no pounds.",
        };
        var list = new Option<int?>("--list-size") { HelpName = "N", Description = "The list that the practice is paid by [default: as the records give it]." };
        var gain = new Option<string?>("--gain")
        {
            HelpName = "AMOUNT",
            Description = "Also find short lists of patients, and of patients and sittings, that bring so much more at the year end: 20points, 1500pounds or £1500.",
        };
        var whatIf = new Option<string[]>("--what-if")
        {
            HelpName = "CHANGE",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
            Description = "Also work out the payment with list=9000, DM020=75%, DM020=+12 or \"prevalence:Asthma=7.1%\"; may be repeated, and all hold together.",
        };
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Where the files go. They appear when all are whole; files of other names in the folder stay." };
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "outlook", "See how a practice will stand until 31 March if nothing is added, and what can still be done.",
            "Files in DIR:",
            "  outlook.csv        one line an indicator",
            "  patients.csv       one line a patient of whom care can still be had in time",
            "  trajectory.csv     one line an indicator and month, and its forecast",
            "  shortest-list.csv  with --gain",
            "  what-if.csv        with --what-if",
            "  outlook.json       all of it",
            "",
            "Example:",
            "  qof outlook practice --framework qof-england-2026-27 --today 2026-11-30 --gain 20points")
        {
            inputs, framework, today, practice, attestations, national, list, gain, whatIf, folder, definitions, packs, format,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => (int)new OutlookRun(
                new OutlookArguments(
                    parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(framework), parsed.GetRequiredValue(today)!.Value, parsed.GetValue(practice)?.Trim(),
                    parsed.GetValue(attestations), parsed.GetValue(national), Checked(parsed.GetValue(list)), Gain(parsed.GetValue(gain)), parsed.GetRequiredValue(whatIf),
                    parsed.GetValue(folder), parsed.GetValue(definitions), parsed.GetRequiredValue(packs), parsed.GetValue(format)),
                terminal).Run(cancellation),
            cancellation));
        return command;
    }

    private static int? Checked(int? patients) =>
        patients is < 0 ? throw new StopException(ExitCode.Usage, $"--list-size {patients}: expected patients, 0 or more") : patients;

    private static WantedGain? Gain(string? text) => text is null
        ? null
        : WantedGain.Of(text) ?? throw new StopException(ExitCode.Usage, $"--gain {text}: expected an amount above 0, such as 20points, 1500pounds or £1500");
}
