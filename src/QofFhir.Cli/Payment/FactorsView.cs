using System.Globalization;
using QofFhir.Cli.Output;
using QofFhir.Core.Aggregation;
using QofFhir.Publication.Practices;
using Spectre.Console;

namespace QofFhir.Cli.Payment;

/// <summary>The nation's sums, and how the factors of its practices spread.</summary>
internal static class FactorsView
{
    public static void Write(IAnsiConsole page, FactorOutput output, string? folder)
    {
        var (own, whole) = (Spreads(output, r => r.Own.Factor, r => r.ListType), Spreads(output, r => r.Whole.Factor, _ => PrevalenceFile.WholeList));
        var table = new PageTable(
            new("Group"), new("List"), new("Practices", Right: true), new("Register", Right: true), new("List size", Right: true), new("Prev. %", Right: true),
            new("Factor: quartiles", Right: true));
        page.WriteLine();
        foreach (var row in output.National)
        {
            var spread = row.ListType == PrevalenceFile.WholeList ? whole.GetValueOrDefault((row.Group, row.ListType)) : own.GetValueOrDefault((row.Group, row.ListType));
            table.Add(
                new PageCell(Words.Plain(row.Group), "bold"), Words.Plain(row.ListType), Words.Count(row.Practices ?? 0), Words.Count(row.Register), Words.Count(row.List),
                FactorOutput.Share(row) is { } share ? (share * 100).ToString("0.000", CultureInfo.InvariantCulture) : "",
                spread is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{spread.LowerQuartile:0.00} {spread.Median:0.00} {spread.UpperQuartile:0.00}"));
        }

        table.Write(page);
        page.WriteLine();
        page.MarkupLine($"{Words.Plural(output.Book.Practices.Count, "practice")}, {Words.Plural(output.Book.Rows.Count, "row")}");
        Average(page, "Average list paid by", output.Table.Average);
        Average(page, "Average list of the files", output.Table.FileAverage);
        if (folder is not null)
        {
            page.MarkupLine($"[dim]Written to {Markup.Escape(folder)}[/]");
        }
    }

    private static void Average(IAnsiConsole page, string name, decimal? list) =>
        page.MarkupLine($"{name}: {(list is { } value ? value.ToString("#,0.##", CultureInfo.InvariantCulture) : "not known")}");

    private static Dictionary<(string Group, string ListType), Spread?> Spreads(FactorOutput output, Func<FactorRow, decimal?> factor, Func<FactorRow, string> type) =>
        output.Table.Rows.GroupBy(r => (r.Group, type(r))).ToDictionary(g => g.Key, g => Spread.Of(g.Select(factor).OfType<decimal>().Select(f => (double)f)));
}
