using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Publication.Statements;

/// <summary>Where the year's figures come from, how sure they are, and what provisional means.</summary>
internal static class SourcesSection
{
    public static void Write(Markup page, Statement statement)
    {
        var year = statement.Inputs.Year;
        page.Write($"""
            <section aria-labelledby="sources">
            <h2 id="sources">How sure the figures are, and where they come from</h2>
            <p>Found: read in the source named. Confirmed: recalled or derived, and borne out by arithmetic. Inferred: the most sensible reading of what was found. Recalled: no source was at hand. A sum is as sure as the least certain figure under it. Provisional: something under it is missing or not settled, and it may change.</p>
            <div class="scroll" role="region" aria-labelledby="sources" tabindex="0">
            <table>
            <caption>What the year gives</caption>
            <thead><tr><th scope="col">Figure</th><th scope="col">Value</th><th scope="col">How sure</th><th scope="col" class="why">Source</th></tr></thead>
            <tbody>
            """);
        Figure(page, "Pounds a point", year.PointValue, v => FigureText.Pounds(v));
        Figure(page, "National average list size", year.AverageList, v => FigureText.Of(v, PaymentUnit.Patients));
        Figure(page, "Day of that average", year.AverageListDay, FigureText.Day);
        Figure(page, "Day of the practice's list", year.ListDay, FigureText.Day);
        Figure(page, "Day of registers and lists for prevalence", year.PrevalenceDay, FigureText.Day);
        Figure(page, "Prevalence is a share of", year.PrevalenceList, v => v);
        Figure(page, "Balance is paid by", year.BalanceDay, FigureText.Day);
        Figure(page, "Paid in advance", year.Aspiration, v => FigureText.Of(v.Percent, PaymentUnit.Percent));
        Figure(page, "Protected indicators", year.Protected, v => string.Join(", ", v));
        foreach (var open in year.Unsettled)
        {
            Figure(page, $"Not settled: {string.Join(", ", open.Value.Indicators)}", open, v => v.Why);
        }

        foreach (var group in year.Groups)
        {
            Row(page, $"{group.Name} is weighted by", Weight(group), group.Certainty, group.Source, null);
        }

        page.Write($"</tbody>\n</table>\n</div>\n</section>");
    }

    private static string Weight(PaymentGroup group) => group.Weighting switch
    {
        Weighting.Prevalence => $"prevalence of {string.Join(" or ", group.Registers)}",
        Weighting.TargetPopulation => "the target population factor",
        _ => "nothing but the list size",
    };

    private static void Figure<T>(Markup page, string name, Sourced<T>? figure, Func<T, string> text)
    {
        if (figure is null)
        {
            Row(page, name, "not known", null, "", null);
        }
        else
        {
            Row(page, name, text(figure.Value), figure.Certainty, figure.Source, figure.Doubt);
        }
    }

    private static void Row(Markup page, string name, string value, Certainty? certainty, string source, string? doubt) => page.Write(
        $"""<tr><th scope="row">{name}</th><td>{value}</td><td>{(certainty is { } sure ? FigureText.Word(sure) : "")}</td><td class="why">{source}{(doubt is null ? "" : $"{(source.Length > 0 ? "; " : "")}but {doubt}")}</td></tr>""");
}
