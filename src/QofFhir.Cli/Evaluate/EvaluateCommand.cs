using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Evaluate;

/// <summary><c>qof evaluate</c>: files in, results out.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var inputs = Ask.Inputs();
        var framework = Ask.Framework();
        framework.Required = false;
        var module = new Option<string?>("--qi") { HelpName = "MODULE", Description = "In place of a framework: the measures of a quality improvement module; `qof qi modules` lists them." };
        var moduleFile = new Option<string?>("--qi-file") { HelpName = "FILE", Description = "In place of a framework: the measures of a local module, in one file of its own." };
        var date = Ask.AchievementDate();
        var practice = Ask.Practice();
        var individual = new Option<bool>("--individual") { Description = "Also write individual-reports.ndjson: one MeasureReport for each patient and indicator." };
        var subjects = new Option<bool>("--subject-list") { Description = "Also write subject-lists.ndjson: who is in which population." };
        var attestations = new Option<string?>("--attestations")
        {
            HelpName = "FILE",
            Description = "The practice's answers to attested indicators: CSV with the columns indicator,declared,by,on (declared: yes or no; on: YYYY-MM-DD).",
        };
        var strata = new Option<string?>("--strata")
        {
            HelpName = "NAMES",
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Also part the counts of each indicator by strata: names with commas between, or none for all of the framework's.",
        };
        var attributes = new Option<string?>("--attributes")
        {
            HelpName = "FILE",
            Description = "What strata need and records do not hold: CSV with the columns patient,deprivation_quintile (1 the most deprived). Needs --strata.",
        };
        var folder = new Option<string>("--out")
        {
            Required = true,
            HelpName = "DIR",
            Description = "Where the files go. They appear when all are whole; files of other names in the folder stay.",
        };
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);
        var command = new TaughtCommand(
            "evaluate", "Decide where each patient stands for each indicator of a framework, and count the points.",
            "Files in DIR:",
            "  measure-reports.ndjson     FHIR MeasureReports, one an indicator",
            "  outcomes.csv               one line a patient and indicator, with the row that decided",
            "  problems.ndjson            what was wrong in the input, as OperationOutcomes",
            "  run.json                   inputs with hashes, versions, counts, durations",
            "  strata.csv                 with --strata: one line an indicator, stratum and group",
            "  deprivation-gap.csv        with --strata and --attributes: least minus most deprived",
            "  individual-reports.ndjson  with --individual",
            "  subject-lists.ndjson       with --subject-list",
            "  at-risk.csv                with --qi or --qi-file: who is left outstanding, and why",
            "",
            "Example:",
            "  qof evaluate practice --framework qof-england-2026-27 --achievement-date 2026-11-30 --out out",
            "  qof evaluate practice --qi prescribing-safety --achievement-date 2026-11-30 --out out")
        {
            inputs, framework, module, moduleFile, date, practice, individual, subjects, attestations, strata, attributes, folder, definitions,
            packs, format,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => (int)new EvaluateRun(
                new EvaluateArguments(
                    parsed.GetRequiredValue(inputs), parsed.GetValue(framework), parsed.GetValue(module), parsed.GetValue(moduleFile), parsed.GetRequiredValue(date),
                    parsed.GetValue(practice)?.Trim(), parsed.GetValue(individual), parsed.GetValue(subjects),
                    parsed.GetValue(attestations),
                    parsed.GetResult(strata) is null ? null : Names(parsed.GetValue(strata)), parsed.GetValue(attributes),
                    parsed.GetRequiredValue(folder), parsed.GetValue(definitions),
                    parsed.GetRequiredValue(packs), parsed.GetValue(format)),
                terminal).Run(cancellation),
            cancellation));
        return command;
    }

    private static string[] Names(string? list) =>
        (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
