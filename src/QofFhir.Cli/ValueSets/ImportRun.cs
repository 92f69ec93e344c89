using QofFhir.Cli.Output;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;
using Spectre.Console;

namespace QofFhir.Cli.ValueSets;

internal static class ImportRun
{
    private const int MistakesShown = 20;

    public static ExitCode Run(
        string source, string folder, string? version, string? additions, bool dryRun, OutputFormat format, Terminal terminal)
    {
        if (!File.Exists(source) && !Directory.Exists(source))
        {
            throw new StopException(ExitCode.Files, $"{source}: no such file or folder");
        }

        if (additions is not null && !File.Exists(additions))
        {
            throw new StopException(ExitCode.Files, $"{additions}: no such file of additions");
        }

        var standing = Path.Combine(folder, "additions.csv");
        var mistakes = new List<DefinitionMistake>();
        var import = ValueSetImport.Read(source, version, additions ?? (File.Exists(standing) ? standing : null), mistakes);
        if (import is null)
        {
            throw new StopException(ExitCode.Files, [.. Shown(mistakes), $"{source}: nothing in it can be imported"]);
        }

        var plan = import.Plan(folder, mistakes);
        foreach (var mistake in Shown(mistakes))
        {
            terminal.Warn(mistake);
        }

        if (!dryRun)
        {
            plan.Write();
        }

        switch (format)
        {
            case OutputFormat.Json: JsonText.Write(terminal.Data, Sheet(plan.Report).WriteJson); break;
            case OutputFormat.Csv: Sheet(plan.Report).WriteCsv(terminal.Data); break;
            default: Page(terminal.Page, plan.Report, folder, dryRun); break;
        }

        return ExitCode.Ok;
    }

    private static IEnumerable<string> Shown(List<DefinitionMistake> mistakes)
    {
        var first = mistakes.Take(MistakesShown).Select(m => $"{m.File}:{m.Line}:{m.Column}: {m.Text}");
        return mistakes.Count > MistakesShown ? first.Append($"and {mistakes.Count - MistakesShown} more mistakes") : first;
    }

    private static Sheet Sheet(ImportReport report)
    {
        var sheet = new Sheet(
            "cluster", "fate", "added", "removed", "kept", "completeness_before", "completeness_after", "version_before", "version_after");
        foreach (var c in report.Clusters)
        {
            sheet.Add(
                c.Cluster, Lower(c.Fate), c.Added.Count, c.Removed.Count, c.Kept, c.Before is { } before ? Lower(before) : null,
                Lower(c.After), c.VersionBefore, c.VersionAfter);
        }

        return sheet;
    }

    private static void Page(IAnsiConsole page, ImportReport report, string folder, bool dryRun)
    {
        var changed = report.Clusters.Where(c => c.Fate is ClusterFate.New or ClusterFate.Changed).ToList();
        if (changed.Count > 0)
        {
            var table = new PageTable(
                new("Cluster"), new("Fate"), new("Added", Right: true), new("Removed", Right: true), new("Kept", Right: true),
                new("Held"), new("Version", Elastic: true));
            changed.ForEach(c => table.Add(
                new PageCell(c.Cluster, "bold"), Lower(c.Fate), Words.Count(c.Added.Count),
                new PageCell(Words.Count(c.Removed.Count), c.Removed.Count > 0 ? "yellow" : null), Words.Count(c.Kept), Lower(c.After),
                c.VersionAfter));
            table.Write(page);
            page.WriteLine();
        }

        page.WriteLine(
            $"{Words.Plural(changed.Count, "cluster")} {(dryRun ? "would change" : "changed")} in {folder}; "
            + $"{Words.Count(report.Clusters.Count(c => c.Fate == ClusterFate.Unchanged))} unchanged, "
            + $"{Words.Count(report.Clusters.Count(c => c.Fate == ClusterFate.Gone))} not in the source (kept).");
        page.WriteLine($"Rows: {Words.Count(report.Used)} used, {Words.Count(report.Rejected)} rejected, {Words.Count(report.LeftOut)} of clusters that are not ours.");
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
