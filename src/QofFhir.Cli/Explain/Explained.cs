using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Explain;

/// <summary>One patient's walk with what it was walked by.</summary>
internal sealed record Explained(string PatientId, Framework Framework, FrameworkIndicator Indicator, ServiceDates Dates, Explanation Walk)
{
    private IReadOnlyList<Row> Rows => Framework.Plan.Indicators[Indicator.Rule!.Value] is IndicatorRule.Fraction f ? f.Rows : [];

    /// <summary>The rows walked, each with its rule.</summary>
    public IEnumerable<(Row Rule, WalkedRow Walked)> WalkedRows => Rows.Zip(Walk.Rows);

    /// <summary>Rows below the one that decided: nobody asked them.</summary>
    public int RowsNotReached => Walk.Outcome is null ? 0 : Rows.Count - Walk.Rows.Count;
}
