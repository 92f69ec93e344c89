using QofFhir.Core.Payments;

namespace QofFhir.Publication.Statements;

/// <summary>A statement as one page of HTML for a practice manager: on screen and on A4, without script and without anything from elsewhere.</summary>
public static class StatementPage
{
    public static string Write(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var page = new Markup();
        var inputs = statement.Inputs;
        var who = inputs.Practice is { } practice ? $"practice {practice}" : "all patients of the input";
        page.Write($"""
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Payment statement, {who}, {inputs.Title}</title>
            <style>
            """);
        page.WriteMarkup(StatementStyle.Css);
        page.Write($"</style>\n</head>\n<body>");
        Head(page, statement, who);
        page.Write($"<main>");
        Sums(page, statement);
        StatementTables.ByGroup(page, statement);
        StatementTables.Lost(page, statement);
        StatementTables.NotKnown(page, statement);
        WorkedOutSection.Write(page, statement);
        SourcesSection.Write(page, statement);
        page.Write($"</main>");
        page.Write($"""
            <footer>
            <p>Points are in hundredths. Pounds of a group are rounded once, half a penny up; those of an indicator are rounded on their own, for reading, and only groups are added up. Worked out by QofFhir from kept inputs; it is no statement of NHS England.</p>
            </footer>
            </body>
            </html>
            """);
        return page.ToString();
    }

    private static void Head(Markup page, Statement statement, string who)
    {
        var inputs = statement.Inputs;
        page.Write($"""
            <header>
            <p class="over">Quality and Outcomes Framework: payment statement</p>
            <h1>{Capital(who)}</h1>
            <p>{inputs.Title}, rules {inputs.Rules}</p>
            """);
        if (inputs.Sample)
        {
            page.Write($"""<p class="banner"><strong>Sample data</strong>Sample codes or sample patients are behind these figures. They are for trying out only.</p>""");
        }

        if (statement.Achievement.Pounds.Value is null || statement.Achievement.Pounds.Provisional)
        {
            page.Write($"""<p class="banner"><strong>{(statement.Achievement.Pounds.Value is null ? "No sum" : "Provisional")}</strong>{Capital(statement.Achievement.Pounds.Remark ?? "some figures may still change")}.</p>""");
        }

        page.Write($"<dl class=\"facts\">");
        Fact(page, "Achievement date", FigureText.Day(inputs.AchievementDate));
        Fact(page, "List size", inputs.Payment.List is { } list ? $"{FigureText.Of(list.Patients, PaymentUnit.Patients)} on {FigureText.Day(list.On)}" : "not known");
        Fact(page, "Contractor population index", FigureText.Of(statement.Achievement.Index));
        Fact(page, "Pounds a point", inputs.Year.PointValue is { } value ? FigureText.Pounds(value.Value) : "not known");
        page.Write($"</dl>\n</header>");
    }

    private static void Fact(Markup page, string name, string value) => page.Write($"<div><dt>{name}</dt><dd>{value}</dd></div>");

    private static void Sums(Markup page, Statement statement)
    {
        page.Write($"<section aria-labelledby=\"sums\">\n<h2 id=\"sums\">In total</h2>\n<dl class=\"sums\">");
        Sum(page, "Achievement payment", statement.Achievement.Pounds, null);
        Sum(page, "Points", statement.Achievement.Points, $"of {FigureText.Available(statement.Groups.Sum(g => g.Available))}");
        Sum(page, "Not earned", statement.Lost, "what all points lost would have brought");
        if (statement.Aspiration is { } aspiration)
        {
            Sum(page, "Aspiration", aspiration, statement.AspirationParts.Count > 0 ? $"in {statement.AspirationParts.Count} parts, {FigureText.Of(statement.AspirationParts[0])} each" : null);
        }

        if (statement.Balance is { } balance)
        {
            var back = balance is { Value: < 0, Provisional: false };
            Sum(
                page, back ? "To be repaid" : "Balance", back ? balance with { Value = -balance.Value } : balance,
                balance.On is { } day ? $"due by {FigureText.Day(day)}" : null);
        }

        page.Write($"</dl>\n</section>");
    }

    private static void Sum(Markup page, string name, PaymentLine line, string? note)
    {
        var marks = string.Join(", ", new[] { note, line.Provisional ? "provisional" : null }.OfType<string>());
        page.Write($"<div><dt>{name}</dt><dd>{FigureText.Of(line)}</dd><dd class=\"note\">{marks}</dd></div>");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
