using System.CommandLine;
using System.Globalization;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;
using QofFhir.SampleGp.Practice;
using Spectre.Console;

namespace QofFhir.Cli.Synth;

/// <summary><c>qof synth</c>: a practice that nobody lives in.</summary>
internal static class SynthCommand
{
    public static Command Create(Terminal terminal)
    {
        var patients = new Option<int>("--patients")
        {
            HelpName = "N",
            DefaultValueFactory = _ => new PracticeRecipe().Patients,
            Description = "How many patients.",
            CustomParser = result =>
            {
                if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    || number > PracticeRecipe.MostPatients)
                {
                    result.AddError($"--patients expects a number from 0 to {PracticeRecipe.MostPatients}.");
                }

                return number;
            },
        };
        var seed = new Option<int>("--seed") { HelpName = "S", DefaultValueFactory = _ => 1, Description = "The same seed gives the same bytes." };
        var date = Ask.AchievementDate(
            $"The day on which the records are taken; what they show lies in the service year that holds it [default: {Words.Day(PracticeRecipe.DefaultAchievementDate)}].");
        var practice = new Option<string>("--practice")
        {
            HelpName = "ODS",
            DefaultValueFactory = _ => PracticeRecipe.FictionalPractice,
            Description = "Code of the practice: letters and digits, at most twelve.",
        };
        var folder = new Option<string>("--out") { Required = true, HelpName = "DIR", Description = "Folder for the NDJSON files, one a resource type." };
        var edges = new Option<bool>("--edges") { Description = "Patients for every row and both sides of every edge of the framework's rules, instead of a practice." };
        var framework = new Option<string?>("--framework") { HelpName = "ID", Description = "With --edges: the framework and year." };
        var indicators = new Option<string[]>("--indicator")
        {
            HelpName = "ID",
            DefaultValueFactory = _ => [],
            Description = "With --edges: only this indicator; may be repeated [default: all that have rules].",
        };
        var full = new Option<bool>("--full") { Description = "With --edges: search longer, and keep up to four times as many patients." };
        var definitions = Ask.Definitions();
        var packs = Ask.CodePacks();
        packs.Description = "With --edges: folder of further value sets; may be repeated [default: the sample code pack].";
        var command = new TaughtCommand(
            "synth", "Make a synthetic practice as FHIR R4 NDJSON, or with --edges patients for every row of a framework.",
            "The first patients are a cast of cases of diabetes and blood pressure; the rest are ordinary.",
            "Every resource carries the sample tag, so that sample codes may be used on it.",
            "With --edges the patients are made from the rules of a framework: coverage.csv says which row",
            "decides for how many, and exit code 7 that a row decides for nobody.",
            "",
            "Example:",
            "  qof synth --patients 400 --seed 1 --out practice",
            "  qof evaluate practice --framework qof-england-2026-27 --achievement-date 2026-11-30 \\",
            "      --code-pack samples/valuesets --out out",
            "  qof synth --edges --framework qof-england-2026-27 --indicator DM020 --out edges")
        {
            patients, seed, date, practice, folder, edges, framework, indicators, full, definitions, packs,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                if (parsed.GetValue(edges))
                {
                    return (int)EdgesRun.Run(
                        new EdgesArguments(
                            parsed.GetValue(framework) ?? throw new StopException(ExitCode.Usage, "--edges expects a --framework"),
                            parsed.GetRequiredValue(indicators), parsed.GetValue(date), parsed.GetValue(seed), parsed.GetValue(full),
                            parsed.GetRequiredValue(folder), parsed.GetValue(definitions), parsed.GetRequiredValue(packs)),
                        terminal);
                }

                var recipe = new PracticeRecipe(
                    parsed.GetValue(patients), parsed.GetValue(seed), parsed.GetValue(date), parsed.GetRequiredValue(practice).Trim());
                if (recipe.Fault is { } fault)
                {
                    throw new StopException(ExitCode.Usage, fault);
                }

                var target = parsed.GetRequiredValue(folder);
                var resources = SamplePractice.Write(recipe, target, cancellation);
                terminal.Page.WriteLine(
                    $"{Words.Count(resources)} resources of {Words.Plural(recipe.Patients, "patient")} in {target}, as on {Words.LongDay(recipe.TakenOn)}.");
                if (recipe.Patients < SamplePractice.CastSize)
                {
                    terminal.Warn($"fewer than {SamplePractice.CastSize} patients: some rows of the rules have no case");
                }

                return (int)ExitCode.Ok;
            },
            cancellation));
        return command;
    }
}
