using System.Globalization;
using QofFhir.Cli.Output;
using QofFhir.Core.Aggregation;
using Spectre.Console;

namespace QofFhir.Cli.Peers;

/// <summary>Where a practice stands, as data and for people.</summary>
internal static class PeersView
{
    public static Sheet Sheet(string practice, IReadOnlyList<PeerLine> lines)
    {
        var sheet = new Sheet(
            "practice", "indicator", "numerator", "denominator", "percentage", "pcas", "pca_rate", "level", "organisation", "name", "practices", "rank", "percentile",
            "lower_quartile", "median", "upper_quartile", "funnel", "lower998", "lower95", "upper95", "upper998", "remark");
        foreach (var line in lines)
        {
            var counts = line.Counts;
            object?[] own = [practice, line.Indicator, counts.Numerator, counts.Denominator, Percent(counts.Achievement.Share), counts.Adjusted, Percent(counts.AdjustmentRate.Share)];
            foreach (var s in line.Standings)
            {
                sheet.Add([
                    .. own, s.Group.Level, s.Group.Code, s.Group.Name, s.Practices, s.Rank, Rounded(s.Percentile), Percent(s.Spread.LowerQuartile), Percent(s.Spread.Median),
                    Percent(s.Spread.UpperQuartile), s.Funnel(counts.Achievement), Percent(s.Limits?.Lower998), Percent(s.Limits?.Lower95), Percent(s.Limits?.Upper95),
                    Percent(s.Limits?.Upper998), null]);
            }

            if (line.Standings.Count == 0)
            {
                sheet.Add([.. own, .. Enumerable.Repeat<object?>(null, 14), line.Remark]);
            }
        }

        return sheet;
    }

    public static void Show(Terminal terminal, OutputFormat format, string practice, IReadOnlyList<PeerLine> lines, Sheet sheet)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                sheet.WriteCsv(terminal.Data);
                break;
            case OutputFormat.Json:
                JsonText.Write(terminal.Data, sheet.WriteJson);
                break;
            default:
                Page(terminal, practice, lines);
                break;
        }
    }

    private static void Page(Terminal terminal, string practice, IReadOnlyList<PeerLine> lines)
    {
        var table = new PageTable(
            new("Indicator", Elastic: true), new("Done of", Right: true), new("%", Right: true), new("PCA %", Right: true), new("Rank of", Right: true),
            new("Percentile", Right: true), new("Quartiles %", Right: true), new("Funnel"));
        foreach (var line in lines)
        {
            var counts = line.Counts;
            var all = line.Standings is [var first, ..] ? first : null;
            table.Add([
                new PageCell(Words.Plain(line.Indicator), "bold"), $"{counts.Numerator} {counts.Denominator}", Text(counts.Achievement.Share), Text(counts.AdjustmentRate.Share),
                .. Cells(all), Funnel(all?.Funnel(counts.Achievement))]);
            foreach (var s in line.Standings.Skip(1))
            {
                table.Add([new PageCell("- " + Words.Plain($"{s.Group.Level} {s.Group.Name}"), "dim"), "", "", "", .. Cells(s), ""]);
            }

            if (line.Remark is { } remark)
            {
                table.Note(remark);
            }
        }

        terminal.Page.WriteLine($"Practice {Words.Plain(practice)} among all practices of the files");
        terminal.Page.WriteLine();
        table.Write(terminal.Page);
    }

    private static PageCell[] Cells(Standing? s) => s is null ? ["", "", ""] :
    [
        $"{Words.Count(s.Rank)} {Words.Count(s.Practices)}", s.Percentile is { } percentile ? percentile.ToString("0.0", CultureInfo.InvariantCulture) : "",
        $"{Text(s.Spread.LowerQuartile)} {Text(s.Spread.Median)} {Text(s.Spread.UpperQuartile)}",
    ];

    private static PageCell Funnel(string? funnel) => funnel is null or "within" ? new PageCell(funnel ?? "") : new PageCell(funnel, "yellow");

    private static string Text(double? share) => share is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) : "";

    private static decimal? Percent(double? share) => share is { } value ? Rounded((decimal)value * 100) : null;

    private static decimal? Rounded(decimal? value) => value is { } number ? Math.Round(number, 2, MidpointRounding.AwayFromZero) : null;
}
