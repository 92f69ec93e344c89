using QofFhir.Core.Payments;

namespace QofFhir.Publication.Statements;

/// <summary>A statement as a table for spreadsheets: a row a group, a row an indicator below its group, then the sums. Whoever lays many practices' under one another can still tell them apart.</summary>
public static class StatementCsv
{
    private static readonly string[] Columns =
    [
        "practice", "framework", "achievement_date", "sample", "line", "group", "indicator", "title", "points_available", "points", "pounds", "points_lost", "pounds_lost",
        "provisional", "certainty", "why",
    ];

    public static void Write(TextWriter output, Statement statement)
    {
        Csv.WriteLine(output, Columns);
        var byId = statement.Indicators.ToDictionary(i => i.Name, StringComparer.Ordinal);
        var titles = statement.Inputs.Indicators.ToDictionary(i => i.Id, i => i.Title, StringComparer.Ordinal);
        foreach (var (line, group) in statement.Groups.Zip(statement.Achievement.Groups))
        {
            Row(output, statement, "group", line.Name, null, null, line);
            foreach (var indicator in group.Indicators.Select(i => byId[i.Name]))
            {
                Row(output, statement, "indicator", line.Name, indicator.Name, titles[indicator.Name], indicator);
            }
        }

        Total(output, statement, "total", statement.Achievement.Pounds);
        Total(output, statement, "aspiration", statement.Aspiration);
        Total(output, statement, "balance", statement.Balance);
    }

    private static void Row(TextWriter output, Statement statement, string line, string group, string? indicator, string? title, StatementLine of) => Write(
        output, statement, line, group, indicator, title, of.Available, of.Points.Value, of.Pounds.Value, of.PointsLost.Value, of.PoundsLost.Value,
        of.Points.Provisional || of.Pounds.Provisional, Word(of.Pounds), of.Why);

    private static void Total(TextWriter output, Statement statement, string line, PaymentLine? pounds)
    {
        if (pounds is not null)
        {
            var all = line == "total";
            Write(
                output, statement, line, null, null, null, all ? statement.Groups.Sum(g => g.Available) : null, all ? statement.Achievement.Points.Value : null, pounds.Value,
                null, all ? statement.Lost.Value : null, pounds.Provisional, Word(pounds), pounds.Remark);
        }
    }

    private static void Write(TextWriter output, Statement statement, params object?[] cells) => Csv.WriteLine(
        output, [statement.Inputs.Practice, statement.Inputs.Framework, statement.Inputs.AchievementDate, statement.Inputs.Sample, .. cells]);

    private static string Word(PaymentLine line) => FigureText.Word(line.Certainty);
}
