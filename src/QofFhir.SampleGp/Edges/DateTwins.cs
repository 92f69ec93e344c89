using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Small breaks of a date.</summary>
internal static class DateTwins
{
    public static DateExpression Shifted(DateExpression date, int days) => new DateExpression.Plus(date, new Amount(days, AmountUnit.Day));

    /// <summary>A day earlier and a day later than the rule says, and every break inside the date.</summary>
    public static IEnumerable<(string What, DateExpression Broken)> Edges(DateExpression date) =>
        new[] { -1, 1 }.Select(by => ($"{by:+0;-0} day", Shifted(date, by))).Concat(Of(date));

    public static IEnumerable<(string What, DateExpression Broken)> Of(DateExpression date) => date switch
    {
        DateExpression.Plus { Amount.Unit: AmountUnit.Month or AmountUnit.Year } d when Varies(d.Start) =>
            Inside(d).Append(("the end of a month carried over", Shifted(d with { Start = Shifted(d.Start, -1) }, 1))),
        DateExpression.Plus d => Inside(d),
        DateExpression.LaterOf d => Parts(d.Dates, parts => new DateExpression.LaterOf(parts))
            .Append(("earlier for later", new DateExpression.EarlierOf(d.Dates))),
        DateExpression.EarlierOf d => Parts(d.Dates, parts => new DateExpression.EarlierOf(parts))
            .Append(("later for earlier", new DateExpression.LaterOf(d.Dates))),
        _ => [],
    };

    /// <summary>True for a date that is another one from patient to patient.</summary>
    public static bool Varies(DateExpression date) => date switch
    {
        DateExpression.OfField => true,
        DateExpression.Named d => d.Name is NamedDate.Birth or NamedDate.Registration,
        DateExpression.Plus d => Varies(d.Start),
        DateExpression.LaterOf d => d.Dates.Any(Varies),
        DateExpression.EarlierOf d => d.Dates.Any(Varies),
        _ => false,
    };

    private static IEnumerable<(string What, DateExpression Broken)> Inside(DateExpression.Plus date) =>
        Of(date.Start).Select(t => (t.What, (DateExpression)(date with { Start = t.Broken })));

    private static IEnumerable<(string What, DateExpression Broken)> Parts(
        IReadOnlyList<DateExpression> dates, Func<IReadOnlyList<DateExpression>, DateExpression> rebuilt) =>
        dates.SelectMany((d, i) => Edges(d).Select(t => ($"date {i + 1}: {t.What}", rebuilt(Places.With(dates, i, t.Broken)))))
            .Concat(dates.Select((_, i) => ($"without date {i + 1}", rebuilt(Places.Without(dates, i)))));
}
