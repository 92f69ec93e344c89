using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.SampleGp.Edges;
using Spectre.Console;

namespace QofFhir.Cli.Synth;

/// <summary><c>qof synth --edges</c>: patients for every row and edge of a framework's rules, and the report of what they reach.</summary>
internal static class EdgesRun
{
    private const int MostSaid = 20;

    private static string SampleCodePack => Path.Combine(AppContext.BaseDirectory, "samples", "valuesets");

    public static ExitCode Run(EdgesArguments arguments, Terminal terminal)
    {
        var library = DefinitionFiles.Load(arguments.Definitions, arguments.CodePacks.Count == 0 ? [SampleCodePack] : arguments.CodePacks);
        var framework = DefinitionFiles.FrameworkOf(library, arguments.Framework);
        Check(arguments, framework);
        var recipe = new EdgeRecipe(
            arguments.AchievementDate ?? framework.YearStart.AddYears(1).AddDays(-1), arguments.Indicators, arguments.Seed, arguments.Full);
        var practice = EdgePractice.Make(framework, library.CodeIndex(framework), recipe);
        var resources = practice.Write(arguments.Out);
        WriteTables(arguments.Out, practice);
        Say(terminal, practice, resources, recipe.AchievementDate, arguments.Out);
        return practice.Coverage.IsWhole ? ExitCode.Ok : ExitCode.Unhit;
    }

    private static void Check(EdgesArguments arguments, Framework framework)
    {
        if (arguments.AchievementDate is { } date && (date < framework.YearStart || date >= framework.YearStart.AddYears(1)))
        {
            throw new StopException(ExitCode.Usage, $"{Words.Day(date)} is outside the service year of {framework.Id}");
        }

        var unknown = arguments.Indicators.Where(id => !framework.Indicators.Any(i => i.Id == id)).ToArray();
        if (unknown.Length > 0)
        {
            throw new StopException(ExitCode.Usage, $"{framework.Id} has no indicator {string.Join(", ", unknown)}");
        }
    }

    private static void WriteTables(string folder, EdgePractice practice)
    {
        var rows = new Sheet("table", "row", "patients", "unreachable", "no_codes_for");
        practice.Coverage.Rows.ToList().ForEach(r => rows.Add(r.Table, r.Row, r.Patients, r.Unreachable, r.Lacks));
        Write(folder, "coverage.csv", rows);
        var patients = new Sheet("patient", "table", "shows");
        practice.Patients.ToList().ForEach(p => patients.Add(p.Id, p.Table, p.Shows));
        Write(folder, "patients.csv", patients);
        var edges = new Sheet("table", "edge");
        practice.Coverage.OpenEdges.ToList().ForEach(e => edges.Add(e.Table, e.What));
        Write(folder, "open-edges.csv", edges);
    }

    private static void Write(string folder, string name, Sheet sheet)
    {
        using var file = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        sheet.WriteCsv(file);
    }

    private static void Say(Terminal terminal, EdgePractice practice, long resources, DateOnly date, string folder)
    {
        var coverage = practice.Coverage;
        var page = new PageTable(
            new PageColumn("table"), new PageColumn("patients", Right: true), new PageColumn("rows hit", Right: true), new PageColumn("not hit", Elastic: true));
        foreach (var table in coverage.Rows.Select(r => r.Table).Concat(practice.Patients.Select(p => p.Table)).Distinct())
        {
            var rows = coverage.Rows.Where(r => r.Table == table).ToList();
            page.Add(
                table, Words.Count(practice.Patients.Count(p => p.Table == table)), $"{rows.Count(r => r.Patients > 0)} of {rows.Count}",
                string.Join("; ", rows.Where(r => r.Patients == 0).Select(r => r.Row + (r.Unreachable is null ? "" : $" (cannot be: {r.Unreachable})"))));
        }

        page.Write(terminal.Page);
        terminal.Page.WriteLine();
        terminal.Page.WriteLine(
            $"{Words.Count(resources)} resources of {Words.Plural(practice.Patients.Count, "patient")} in {folder}, for achievement on {Words.LongDay(date)}.");
        terminal.Page.WriteLine(
            $"{Words.Count(coverage.Edges - coverage.OpenEdges.Count)} of {Words.Count(coverage.Edges)} small breaks of the rules change the outcome of a patient.");
        foreach (var (indicator, reason) in coverage.NotEvaluable.Take(MostSaid))
        {
            terminal.Warn($"{indicator} is not evaluable: {reason}");
        }

        foreach (var row in coverage.Unhit.Take(MostSaid))
        {
            terminal.Warn($"{row.Table}: no patient found for row {row.Row}" + (row.Lacks is null ? "" : $"; there are no codes for {row.Lacks}"));
        }
    }
}
