using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Peers;

/// <summary><c>qof peers</c>: one practice among those of published files.</summary>
internal static class PeersCommand
{
    public static Command Create(Terminal terminal)
    {
        var practice = new Argument<string?>("PRACTICE") { Arity = ArgumentArity.ZeroOrOne, Description = "ODS code of the practice. May be left out with --reports of one practice." };
        var reports = new Option<string?>("--reports") { HelpName = "FILE", Description = "The practice's own counts of today, in place of its published ones: measure-reports.ndjson of `qof evaluate`. Needs --framework." };
        var achievement = new Option<string[]>("--achievement")
        {
            Required = true,
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            Description = "ACHIEVEMENT files of the publication, of one year: numerators, denominators, adjustments.",
        };
        var mapping = new Option<string?>("--mapping") { HelpName = "FILE", Description = "The publication's MAPPING_NHS_GEOGRAPHIES: adds the practice's network, sub-ICB and ICB." };
        var framework = Ask.Framework();
        framework.Required = false;
        framework.Description = "Only the indicators of this framework and year.";
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Folder for peers.csv." };
        var (definitions, format) = (Ask.Definitions(), Ask.Format(OutputFormat.Table, OutputFormat.Csv, OutputFormat.Json));
        var command = new TaughtCommand(
            "peers", "Show where a practice stands among others: rank, percentile, quartiles, funnel limits.",
            "Rank 1 has the highest achievement. The percentile says of how many in a hundred other practices the",
            "achievement is lower, those alike counted half. Funnel limits are those of all practices.",
            "",
            "Example:",
            "  qof peers A81001 --achievement ACHIEVEMENT_*_2526.csv --mapping MAPPING_NHS_GEOGRAPHIES_2526.csv",
            "  qof peers --reports out/measure-reports.ndjson --framework qof-england-2026-27 \\",
            "      --achievement ACHIEVEMENT_*_2526.csv --format csv")
        {
            practice, reports, achievement, mapping, framework, folder, definitions, format,
        };
        command.SetAction(parsed => (int)new PeersRun(
            new PeersArguments(
                parsed.GetValue(practice)?.Trim().ToUpperInvariant(), parsed.GetValue(reports), parsed.GetRequiredValue(achievement), parsed.GetValue(mapping),
                parsed.GetValue(framework), parsed.GetValue(folder), parsed.GetValue(definitions), parsed.GetValue(format)),
            terminal).Run());
        return command;
    }
}
