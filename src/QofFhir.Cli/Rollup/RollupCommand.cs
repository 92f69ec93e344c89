using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;
using QofFhir.Core.Aggregation;

namespace QofFhir.Cli.Rollup;

/// <summary><c>qof rollup</c>: published files, added up.</summary>
internal static class RollupCommand
{
    public static Command Create(Terminal terminal)
    {
        var prevalence = Files("--prevalence", "PREVALENCE files of the publication: registers and list sizes.");
        var achievement = Files("--achievement", "ACHIEVEMENT files of the publication: numerators, denominators, adjustments.");
        var mapping = new Option<string>("--mapping")
        {
            Required = true,
            HelpName = "FILE",
            Description = "The publication's MAPPING_NHS_GEOGRAPHIES: what each practice belongs to.",
        };
        var by = new Option<OrganisationKind>("--by")
        {
            HelpName = string.Join('|', RollupLevel.Names.Keys),
            Description = "The level to add up to [default: england].",
            DefaultValueFactory = _ => OrganisationKind.Country,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!RollupLevel.Names.TryGetValue(text, out var kind))
                {
                    result.AddError($"'{text}' is no level: --by expects {string.Join(", ", RollupLevel.Names.Keys)}.");
                }

                return kind;
            },
        };
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Folder for prevalence.csv and achievement.csv of that level." };
        var format = Ask.Format(OutputFormat.Table, OutputFormat.Csv, OutputFormat.Json);
        var command = new TaughtCommand(
            "rollup", "Add up published practice files for networks, ICBs, regions and England.",
            "Sums are of counts, never averages of percentages. A practice that the mapping does not have",
            "counts in England and is told; it belongs to nothing else.",
            "",
            "Example:",
            "  qof rollup --prevalence PREVALENCE_2425.csv --achievement ACHIEVEMENT_*_2425.csv \\",
            "      --mapping MAPPING_NHS_GEOGRAPHIES_2425.csv --by icb --format csv")
        {
            prevalence, achievement, mapping, by, folder, format,
        };
        command.SetAction(parsed => (int)new RollupRun(
            new RollupArguments(
                parsed.GetRequiredValue(prevalence), parsed.GetRequiredValue(achievement), parsed.GetRequiredValue(mapping), parsed.GetValue(by), parsed.GetValue(folder),
                parsed.GetValue(format)),
            terminal).Run());
        return command;
    }

    private static Option<string[]> Files(string name, string description) => new(name)
    {
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
        Description = description,
    };
}
