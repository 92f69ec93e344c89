using System.Text.Json;
using QofFhir.Cli.Output;
using QofFhir.Core.Rules;
using QofFhir.Definitions.ValueSets;
using Spectre.Console;

namespace QofFhir.Cli.ValueSets;

/// <summary>What came of an import: clusters, rows, and the indicators that changed state.</summary>
internal static class ImportView
{
    public static void Write(
        Terminal terminal, OutputFormat format, ImportReport report, IReadOnlyList<EvaluabilityChange> effect, string folder, bool dryRun)
    {
        switch (format)
        {
            case OutputFormat.Json: JsonText.Write(terminal.Data, json => WriteJson(json, report, effect)); break;
            case OutputFormat.Csv: Clusters(report).WriteCsv(terminal.Data); break;
            default: WritePage(terminal.Page, report, effect, folder, dryRun); break;
        }
    }

    private static void WriteJson(Utf8JsonWriter json, ImportReport report, IReadOnlyList<EvaluabilityChange> effect)
    {
        var indicators = new Sheet("framework", "indicator", "points", "before", "after", "reason");
        foreach (var e in effect)
        {
            indicators.Add(e.Framework, e.Indicator, e.Points, Name(e.Before), e.After.Name, e.After.Reason);
        }

        json.WriteStartObject();
        json.WritePropertyName("clusters");
        Clusters(report).WriteJson(json);
        json.WritePropertyName("indicators");
        indicators.WriteJson(json);
        json.WriteStartObject("rows");
        json.WriteNumber("used", report.Used);
        json.WriteNumber("rejected", report.Rejected);
        json.WriteNumber("leftOut", report.LeftOut);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Sheet Clusters(ImportReport report)
    {
        var sheet = new Sheet(
            "cluster", "fate", "added", "removed", "kept", "completeness_before", "completeness_after", "version_before", "version_after");
        foreach (var c in report.Clusters)
        {
            sheet.Add(
                c.Cluster, Lower(c.Fate), c.Added, c.Removed, c.Kept, c.Before is { } before ? Lower(before) : null,
                Lower(c.After), c.VersionBefore, c.VersionAfter);
        }

        return sheet;
    }

    private static void WritePage(
        IAnsiConsole page, ImportReport report, IReadOnlyList<EvaluabilityChange> effect, string folder, bool dryRun)
    {
        var changed = report.Clusters.Where(c => c.Fate is ClusterFate.New or ClusterFate.Changed).ToList();
        if (changed.Count > 0)
        {
            var table = new PageTable(
                new("Cluster"), new("Fate"), new("Added", Right: true), new("Removed", Right: true), new("Kept", Right: true),
                new("Held"), new("Version", Elastic: true));
            changed.ForEach(c => table.Add(
                new PageCell(c.Cluster, "bold"), Lower(c.Fate), Words.Count(c.Added),
                new PageCell(Words.Count(c.Removed), c.Removed > 0 ? "yellow" : null), Words.Count(c.Kept), Lower(c.After),
                c.VersionAfter));
            table.Write(page);
            page.WriteLine();
        }

        page.WriteLine(
            $"{Words.Plural(changed.Count, "cluster")} {(dryRun ? "would change" : "changed")} in {folder}; "
            + $"{Words.Count(report.Clusters.Count(c => c.Fate == ClusterFate.Unchanged))} unchanged, "
            + $"{Words.Count(report.Clusters.Count(c => c.Fate == ClusterFate.Gone))} not in the source (kept).");
        page.WriteLine($"Codes: {Words.Count(changed.Sum(c => c.Added))} added, {Words.Count(changed.Sum(c => c.Removed))} removed.");
        page.WriteLine($"Rows: {Words.Count(report.Used)} used, {Words.Count(report.Rejected)} rejected, {Words.Count(report.LeftOut)} not ours or no longer active.");
        WriteEffect(page, effect);
    }

    private static void WriteEffect(IAnsiConsole page, IReadOnlyList<EvaluabilityChange> effect)
    {
        if (effect.Count == 0)
        {
            page.WriteLine("No indicator changes its state.");
            return;
        }

        foreach (var framework in effect.GroupBy(e => e.Framework))
        {
            page.WriteLine();
            page.MarkupLine($"[bold]{Markup.Escape(framework.Key)}[/]: {Words.Plural(framework.Count(), "indicator")} changed state, {Words.Points(framework.Sum(e => e.Points))} points");
            foreach (var step in framework.GroupBy(e => $"{Name(e.Before)} -> {e.After.Name}"))
            {
                foreach (var line in TextWrap.Lines($"{step.Key}: {string.Join(' ', step.Select(e => e.Indicator))}", page.Profile.Width - 2))
                {
                    page.WriteLine("  " + line);
                }
            }
        }
    }

    private static string Name(EvaluabilityState state) => new Evaluability(state, null, []).Name;

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
