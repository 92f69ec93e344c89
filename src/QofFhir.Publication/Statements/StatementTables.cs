using QofFhir.Core.Payments;

namespace QofFhir.Publication.Statements;

/// <summary>What was earned, what was lost, what is not known: the tables of a statement's page.</summary>
internal static class StatementTables
{
    public static void ByGroup(Markup page, Statement statement)
    {
        page.Write($"""
            <section aria-labelledby="by-group">
            <h2 id="by-group">By group and indicator</h2>
            <div class="scroll" role="region" aria-labelledby="by-group" tabindex="0">
            <table>
            <caption>Groups are what is paid. The pounds of their indicators are for reading. How sure: of a group its pounds, of an indicator its points.</caption>
            <thead><tr><th scope="col">Group, indicator</th><th scope="col" class="n">Points</th><th scope="col" class="n">of</th><th scope="col" class="n">Pounds</th><th scope="col" class="n">Points lost</th><th scope="col" class="n">Pounds lost</th><th scope="col" class="why">How sure</th></tr></thead>
            """);
        var (byId, titles) = (ById(statement), Titles(statement));
        foreach (var (line, group) in statement.Groups.Zip(statement.Achievement.Groups))
        {
            page.Write($"<tbody>");
            Row(page, "group", "rowgroup", "", line.Name, line);
            foreach (var indicator in group.Indicators.Select(i => byId[i.Name]))
            {
                Row(page, "item", "row", indicator.Name, titles[indicator.Name], indicator);
            }

            page.Write($"</tbody>");
        }

        page.Write($"""
            <tfoot><tr><th scope="row">All groups</th><td class="n">{FigureText.Of(statement.Achievement.Points)}</td><td class="n">{FigureText.Available(statement.Groups.Sum(g => g.Available))}</td><td class="n">{FigureText.Of(statement.Achievement.Pounds)}</td><td class="n">{Points(statement.Groups.Sum(g => g.PointsLost.Value ?? 0))}</td><td class="n">{FigureText.Of(statement.Lost)}</td><td class="why">{Sure(statement.Achievement.Pounds)}</td></tr></tfoot>
            </table>
            </div>
            </section>
            """);
    }

    public static void Lost(Markup page, Statement statement)
    {
        var titles = Titles(statement);
        var lost = statement.Indicators.Where(i => i.PointsLost.Value > 0).OrderByDescending(i => i.PoundsLost.Value).ThenByDescending(i => i.PointsLost.Value).ToList();
        page.Write($"<section aria-labelledby=\"lost\">\n<h2 id=\"lost\">What was lost, and why</h2>");
        if (lost.Count == 0)
        {
            page.Write($"<p>No points were lost among those that are known.</p>\n</section>");
            return;
        }

        page.Write($"""
            <div class="scroll" role="region" aria-labelledby="lost" tabindex="0">
            <table class="lost">
            <caption>The most pounds first.</caption>
            <thead><tr><th scope="col">Indicator</th><th scope="col" class="why">Why</th><th scope="col" class="n">Points lost</th><th scope="col" class="n">Pounds lost</th></tr></thead>
            <tbody>
            """);
        foreach (var line in lost)
        {
            page.Write($"""<tr><th scope="row"><span class="id">{line.Name}</span> {titles[line.Name]}</th><td class="why">{line.Why}</td><td class="n">{FigureText.Of(line.PointsLost)}</td><td class="n">{FigureText.Of(line.PoundsLost)}</td></tr>""");
        }

        page.Write($"</tbody>\n</table>\n</div>\n</section>");
    }

    /// <summary>Absent is never 0.</summary>
    public static void NotKnown(Markup page, Statement statement)
    {
        var titles = Titles(statement);
        var absent = statement.Indicators.Where(i => i.Points.Value is null || i.Pounds.Value is null).GroupBy(i => i.Points.Value is null ? i.Why : i.Pounds.Remark).ToList();
        if (absent.Count == 0)
        {
            return;
        }

        page.Write($"""
            <section aria-labelledby="absent">
            <h2 id="absent">Not known, and in no sum</h2>
            <p>What these bring is not known. They are in no sum of pounds until what is missing is there.</p>
            <dl class="absent">
            """);
        foreach (var why in absent)
        {
            page.Write($"<dt>{why.Key ?? "not known"}</dt>");
            foreach (var line in why)
            {
                page.Write($"<dd><span class=\"id\">{line.Name}</span> {titles[line.Name]}, {FigureText.Available(line.Available)} points</dd>");
            }
        }

        page.Write($"</dl>\n</section>");
    }

    private static void Row(Markup page, string kind, string scope, string id, string title, StatementLine line) => page.Write(
        $"""<tr class="{kind}"><th scope="{scope}"><span class="id">{id}</span> {title}</th><td class="n">{FigureText.Of(line.Points)}</td><td class="n">{FigureText.Available(line.Available)}</td><td class="n">{FigureText.Of(line.Pounds)}</td><td class="n">{FigureText.Of(line.PointsLost)}</td><td class="n">{FigureText.Of(line.PoundsLost)}</td><td class="why">{Sure(kind == "group" ? line.Pounds : line.Points)}</td></tr>""");

    private static string Sure(PaymentLine line) => FigureText.Word(line.Certainty) + (line.Provisional ? ", provisional" : "");

    private static Dictionary<string, StatementLine> ById(Statement statement) => statement.Indicators.ToDictionary(i => i.Name, StringComparer.Ordinal);

    private static Dictionary<string, string> Titles(Statement statement) => statement.Inputs.Indicators.ToDictionary(i => i.Id, i => i.Title, StringComparer.Ordinal);

    private static string Points(decimal points) => FigureText.Of(points, PaymentUnit.Points);
}
