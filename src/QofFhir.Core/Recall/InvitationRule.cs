using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Recall;

/// <summary>How a row of an indicator counts invitations, read from its compiled condition.</summary>
/// <param name="Indicator">Id.</param>
/// <param name="Label">Of the row.</param>
/// <param name="Asked">How many it asks for; null where the row is of a shape that is not understood.</param>
/// <param name="Clusters">Names of the clusters that it counts; empty where it is not understood.</param>
public sealed record InvitationRule(string Indicator, string Label, int? Asked, IReadOnlyList<string> Clusters)
{
    /// <summary>One for each row for those who did not respond, in the order of the framework.</summary>
    public static IReadOnlyList<InvitationRule> Of(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return [.. framework.Indicators
            .Where(i => i.Rule is { } rule && framework.Plan.Indicators[rule] is IndicatorRule.Fraction)
            .SelectMany(i => InvitationRow.AllOf(framework.Plan, (IndicatorRule.Fraction)framework.Plan.Indicators[i.Rule!.Value]), (i, row) => new InvitationRule(
                i.Id, row.Row.Label!, row.Steps?.Count, [.. row.Clusters.Select(c => framework.Plan.Clusters[c].Name)]))];
    }
}
