using System.Globalization;
using QofFhir.Cli.Output;
using QofFhir.Core.Aggregation;
using Spectre.Console;

namespace QofFhir.Cli.Rollup;

/// <summary>The sums as tables.</summary>
internal sealed class RollupView(OrganisationKind by, IReadOnlyCollection<Organisation> organisations)
{
    public static Sheet Prevalence(PrevalenceSums sums)
    {
        var sheet = new Sheet("organisation", "name", "group", "patient_list_type", "practices", "register", "list_size", "prevalence");
        foreach (var (organisation, group, type, practices, prevalence) in sums.All)
        {
            sheet.Add(organisation, null, group, type, practices, prevalence.Numerator, prevalence.Denominator, Percent(prevalence));
        }

        return sheet;
    }

    public static Sheet Achievement(AchievementSums sums, Func<string, IReadOnlyList<string>> organisationsOf)
    {
        var sheet = new Sheet(
            "organisation", "name", "indicator", "practices", "numerator", "denominator", "pcas", "achievement", "lower95", "upper95", "received", "pca_rate", "practice_median",
            "practice_lower_quartile", "practice_upper_quartile", "dispersion");
        foreach (var (organisation, indicator, rollup) in sums.All(organisationsOf))
        {
            var (counts, interval) = (rollup.Counts, rollup.Counts.Achievement.Interval);
            sheet.Add(
                organisation, null, indicator, rollup.Reporting, counts.Numerator, counts.Denominator, counts.Adjusted, Percent(counts.Achievement), Percent(interval?.Lower),
                Percent(interval?.Upper), Percent(counts.Received), Percent(counts.AdjustmentRate), Percent(rollup.Achievements?.Median),
                Percent(rollup.Achievements?.LowerQuartile), Percent(rollup.Achievements?.UpperQuartile), rollup.Dispersion is { } d ? Math.Round((decimal)d, 2) : null);
        }

        return sheet;
    }

    /// <summary>Fills in the names.</summary>
    public void Name(IEnumerable<Sheet> sheets)
    {
        var names = organisations.ToDictionary(o => o.Code, o => o.Name, StringComparer.Ordinal);
        foreach (var row in sheets.SelectMany(s => s.Rows).OfType<object?[]>())
        {
            row[1] = names.GetValueOrDefault((string)row[0]!) ?? (by == OrganisationKind.Country ? "England" : null);
        }
    }

    public static void Write(Terminal terminal, OutputFormat format, IReadOnlyList<Sheet> sheets)
    {
        var filled = sheets.Where(s => s.Rows.Count > 0).ToList();
        switch (format)
        {
            case OutputFormat.Csv:
                filled.ForEach(s => s.WriteCsv(terminal.Data));
                break;
            case OutputFormat.Json:
                JsonText.Write(terminal.Data, json =>
                {
                    json.WriteStartObject();
                    json.WritePropertyName("prevalence");
                    sheets[0].WriteJson(json);
                    json.WritePropertyName("achievement");
                    sheets[1].WriteJson(json);
                    json.WriteEndObject();
                });
                break;
            default:
                Page(terminal, sheets[0], [0, 2, 3, 4, 5, 6, 7], ["", "Group", "List", "Practices", "Register", "List size", "Prevalence %"]);
                Page(terminal, sheets[1], [0, 2, 3, 4, 5, 6, 7, 10, 12], ["", "Indicator", "Practices", "Numerator", "Denominator", "PCAs", "Achieved %", "Received %", "Median %"]);
                break;
        }
    }

    private static void Page(Terminal terminal, Sheet sheet, int[] places, string[] titles)
    {
        if (sheet.Rows.Count == 0)
        {
            return;
        }

        var table = new PageTable([.. titles.Select((t, i) => new PageColumn(t, Right: sheet.Rows[0][places[i]] is not string))]);
        foreach (var row in sheet.Rows)
        {
            table.Add([.. places.Select(p => new PageCell(Text(row[p])))]);
        }

        table.Write(terminal.Page);
        terminal.Page.WriteLine();
    }

    private static string Text(object? cell) => cell switch
    {
        long count => Words.Count(count),
        int count => Words.Count(count),
        decimal number => number.ToString("0.00", CultureInfo.InvariantCulture),
        _ => cell?.ToString() ?? "",
    };

    private static decimal? Percent(Proportion proportion) => Percent(proportion.Share);

    private static decimal? Percent(double? share) => share is { } value ? Math.Round((decimal)value * 100, 2, MidpointRounding.AwayFromZero) : null;
}
