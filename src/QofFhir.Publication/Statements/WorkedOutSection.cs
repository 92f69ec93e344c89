using System.Globalization;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Publication.Statements;

/// <summary>Each sum with its formula and its numbers, down to what was given, so that it can be followed by hand.</summary>
internal sealed class WorkedOutSection(Markup page, Statement statement)
{
    private readonly Dictionary<string, StatementIndicator> _indicators = statement.Inputs.Indicators.ToDictionary(i => i.Id, StringComparer.Ordinal);

    public static void Write(Markup page, Statement statement) => new WorkedOutSection(page, statement).Write();

    private void Write()
    {
        page.Write($"""
            <section class="apart" aria-labelledby="worked-out">
            <h2 id="worked-out">How each sum was worked out</h2>
            <p>Below each sum stands what it was worked out from. Ratios are shown to six places and used unrounded.</p>
            <div class="groups">
            <div class="keep">
            <h3>{Capital(statement.Achievement.Index.Name)}</h3>
            """);
        Inputs([statement.Achievement.Index], []);
        page.Write($"</div>");
        foreach (var group in statement.Achievement.Groups)
        {
            page.Write($"<div class=\"keep\">\n<h3>{group.Group.Name}</h3>");
            Equation(group.Pounds);
            // The index is worked out once, above.
            Inputs([group.Pounds.Inputs[0] with { Name = "points" }, .. group.Pounds.Inputs.Skip(1)], [statement.Achievement.Index]);
            page.Write($"</div>");
        }

        foreach (var line in new[] { statement.Aspiration, statement.Balance }.OfType<PaymentLine>())
        {
            page.Write($"<div class=\"keep\">\n<h3>{Capital(line.Name)}</h3>");
            Equation(line);
            Inputs(line.Inputs, [statement.Achievement.Index, statement.Achievement.Pounds, statement.Achievement.Points]);
            page.Write($"</div>");
        }

        Parts();
        page.Write($"</div>\n</section>");
    }

    /// <summary>The formula with its numbers in it.</summary>
    private void Equation(PaymentLine line)
    {
        var sign = line.Formula is { } formula && formula.Contains(" - ", StringComparison.Ordinal) ? " - " : " × ";
        page.Write($"""<p class="sum">{string.Join(sign, line.Inputs.Select(FigureText.Of))} = <strong>{FigureText.Of(line)}</strong></p>""");
        page.Write($"<p class=\"of\">{line.Formula}{(line.Remark is { } remark ? $". {Capital(remark)}" : "")}.</p>");
    }

    private void Inputs(IReadOnlyList<PaymentLine> lines, IReadOnlyList<PaymentLine> above)
    {
        page.Write($"<ul class=\"lines\">");
        foreach (var line in lines)
        {
            Line(line, above);
        }

        page.Write($"</ul>");
    }

    private void Line(PaymentLine line, IReadOnlyList<PaymentLine> above)
    {
        var known = above.Any(a => ReferenceEquals(a, line));
        string?[] more =
        [
            known ? "as above" : line.Formula ?? HowEarned(line),
            line.On is { } day ? FigureText.Day(day) : null,
            line.Source is { Length: > 0 } source && HowEarned(line) is null ? source : null,
            line.Certainty == Certainty.Found ? null : FigureText.Word(line.Certainty),
            known || line.Inputs.Any(i => i.Remark == line.Remark) ? null : line.Remark,
        ];
        page.Write($"""<li>{line.Name} <strong>{FigureText.Of(line)}</strong> <span class="of">{string.Join("; ", more.OfType<string>())}</span>""");
        if (!known && line.Inputs.Count > 0)
        {
            Inputs(line.Inputs, above);
        }

        page.Write($"</li>");
    }

    private void Parts()
    {
        if (statement.AspirationParts is not [{ } first, .., { } last])
        {
            return;
        }

        page.Write($"""<p>The aspiration is paid in {statement.AspirationParts.Count.ToString(CultureInfo.InvariantCulture)} parts: {FigureText.Of(first)} each, the last {FigureText.Of(last)}.</p>""");
    }

    /// <summary>Points between two thresholds, with the counts that give them; null for other lines.</summary>
    private string? HowEarned(PaymentLine line) => line.Unit == PaymentUnit.Points && line.Formula is null && _indicators.GetValueOrDefault(line.Name) is { Counts: { Denominator: > 0 } counts, Lower: { } lower, Upper: { } upper } earned
        ? string.Create(CultureInfo.InvariantCulture, $"{counts.Numerator} of {counts.Denominator} is {counts.Numerator * 100m / counts.Denominator:0.0000} %; none at {lower:0.##} %, all {earned.Points:0.##} at {upper:0.##} %, between them in proportion, to the hundredth")
        : null;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
