using QofFhir.Core.Payments;

namespace QofFhir.Publication.Statements;

/// <summary>Each sum with its formula and its numbers, down to what was given, so that it can be followed by hand.</summary>
internal static class WorkedOutSection
{
    public static void Write(Markup page, Statement statement)
    {
        page.Write($"""
            <section class="apart" aria-labelledby="worked-out">
            <h2 id="worked-out">How each sum was worked out</h2>
            <p>Below each sum stands what it was worked out from. Ratios are shown to six places and used unrounded.</p>
            <div class="keep">
            <h3>{Capital(statement.Achievement.Index.Name)}</h3>
            """);
        Tree(page, statement.Achievement.Index, []);
        page.Write($"</div>");
        foreach (var group in statement.Achievement.Groups)
        {
            page.Write($"<div class=\"keep\">\n<h3>{group.Group.Name}</h3>");
            Equation(page, group.Pounds);
            // The index is worked out once, above; of the points each indicator's own line is the table's.
            Inputs(page, group.Pounds.Inputs, [statement.Achievement.Index]);
            page.Write($"</div>");
        }

        foreach (var line in new[] { statement.Aspiration, statement.Balance }.OfType<PaymentLine>())
        {
            page.Write($"<div class=\"keep\">\n<h3>{Capital(line.Name)}</h3>");
            Equation(page, line);
            Inputs(page, line.Inputs, [statement.Achievement.Index, statement.Achievement.Pounds, statement.Achievement.Points]);
            page.Write($"</div>");
        }

        Parts(page, statement);
        page.Write($"</section>");
    }

    /// <summary>The formula with its numbers in it.</summary>
    private static void Equation(Markup page, PaymentLine line)
    {
        var sign = line.Formula is { } formula && formula.Contains(" - ", StringComparison.Ordinal) ? " - " : " × ";
        page.Write($"""<p class="sum">{string.Join(sign, line.Inputs.Select(FigureText.Of))} = <strong>{FigureText.Of(line)}</strong></p>""");
        page.Write($"<p class=\"of\">{line.Formula}{(line.Remark is { } remark ? $". {Capital(remark)}" : "")}.</p>");
    }

    private static void Tree(Markup page, PaymentLine line, IReadOnlyList<PaymentLine> above)
    {
        page.Write($"<ul class=\"lines\">");
        Line(page, line, above);
        page.Write($"</ul>");
    }

    private static void Inputs(Markup page, IReadOnlyList<PaymentLine> lines, IReadOnlyList<PaymentLine> above)
    {
        page.Write($"<ul class=\"lines\">");
        foreach (var line in lines)
        {
            Line(page, line, above);
        }

        page.Write($"</ul>");
    }

    private static void Line(Markup page, PaymentLine line, IReadOnlyList<PaymentLine> above)
    {
        var known = above.Any(a => ReferenceEquals(a, line));
        string?[] more =
        [
            known ? "as above" : line.Formula,
            line.On is { } day ? FigureText.Day(day) : null,
            line.Source is { Length: > 0 } source ? source : null,
            line.Certainty == QofFhir.Core.Rules.Certainty.Found ? null : FigureText.Word(line.Certainty),
            known ? null : line.Remark,
        ];
        page.Write($"""<li>{line.Name} <strong>{FigureText.Of(line)}</strong> <span class="of">{string.Join("; ", more.OfType<string>())}</span>""");
        if (!known && line.Inputs.Count > 0)
        {
            Inputs(page, line.Inputs, above);
        }

        page.Write($"</li>");
    }

    private static void Parts(Markup page, Statement statement)
    {
        if (statement.AspirationParts is not [{ } first, .., { } last])
        {
            return;
        }

        page.Write($"""<p>The aspiration is paid in {statement.AspirationParts.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} parts: {FigureText.Of(first)} each, the last {FigureText.Of(last)}.</p>""");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
