using QofFhir.Cli.Output;
using QofFhir.Core.Improvement;
using QofFhir.Core.Rules;
using Spectre.Console;

namespace QofFhir.Cli.Improvement;

internal static class ModuleList
{
    public static void Write(Terminal terminal, IReadOnlyList<ImprovementModule> modules, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json: JsonText.Write(terminal.Data, Sheet(modules).WriteJson); break;
            case OutputFormat.Csv: Sheet(modules).WriteCsv(terminal.Data); break;
            default: Page(terminal.Page, modules); break;
        }
    }

    private static Sheet Sheet(IReadOnlyList<ImprovementModule> modules)
    {
        var sheet = new Sheet("module", "title", "years", "indicator", "indicator_title", "points", "points_certainty", "measures", "evaluable_measures", "certainty");
        foreach (var (module, indicator) in modules.SelectMany(m => m.Indicators.DefaultIfEmpty(), (m, i) => (m, i)))
        {
            sheet.Add(
                module.Id, module.Title, string.Join(' ', module.Years.Select(y => y.Year)), indicator?.Id, indicator?.Title, indicator?.Points,
                indicator?.Points is null ? null : Words.Name(indicator.PointsCertainty), Measures(module), Evaluable(module), Words.Name(module.Source.Certainty));
        }

        return sheet;
    }

    private static void Page(IAnsiConsole page, IReadOnlyList<ImprovementModule> modules)
    {
        var table = new PageTable(new("Module"), new("Years"), new("Indicators", Elastic: true), new("Evaluable measures", Right: true));
        foreach (var module in modules)
        {
            table.Add(
                new PageCell(module.Id, "bold"), string.Join(' ', module.Years.Select(y => y.Year)),
                string.Join(", ", module.Indicators.Select(i => i.Points is { } points ? $"{i.Id} {Words.Points(points)}" : i.Id)),
                $"{Words.Count(Evaluable(module))} of {Words.Count(Measures(module))}");
        }

        table.Write(page);
    }

    private static int Measures(ImprovementModule module) => module.Measures?.Indicators.Count ?? 0;

    private static int Evaluable(ImprovementModule module) =>
        module.Measures?.Indicators.Count(i => i.Evaluability.State != EvaluabilityState.NotEvaluable) ?? 0;
}
