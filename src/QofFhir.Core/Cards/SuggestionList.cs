using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Cards;

/// <summary>What of the open care can be drafted, and what can be recorded in its place.</summary>
internal static class SuggestionList
{
    /// <summary>Of one reason; the whole list stands among the reasons of the card.</summary>
    private const int MostOfReason = 3;

    /// <param name="items">What the card speaks of.</param>
    public static IReadOnlyList<Suggestion> Of(IReadOnlyList<OpenItem> items, IReadOnlyList<AdjustmentOption> options, CardOptions wanted)
    {
        var give = items
            .Where(i => i.Care is not null && i.Soonest.Urgency != Urgency.DueByYearEnd && i.Unsuitable is null)
            .GroupBy(i => i.Care!.Sitting.Id)
            .Select(g => (Suggestion)new Suggestion.Give(
                CardText.Cut($"{Verb(g.First().Care!.Sitting.Kind)}: {string.Join(", ", g.Select(i => i.Care!.Title))}", CardText.LongestLabel),
                g.First().Care!.Sitting,
                [.. g.Select(i => i.Care!)]));
        var adjust = options
            .Where(o => wanted.Purpose == CardPurpose.Recall || o.Reason != AdjustmentReason.DidNotRespond)
            .GroupBy(o => o.Reason).SelectMany(g => g.Take(MostOfReason))
            .Select(o => (Suggestion)new Suggestion.Adjust(
                CardText.Cut($"Record {Category(o.Reason)} ({Few(o.Indicators)}): {wanted.TermOf(o.Code) ?? o.Code}", CardText.LongestLabel), o));
        return [.. give, .. adjust];
    }

    private static string Verb(CareKind kind) => kind switch
    {
        CareKind.Test => "Order",
        CareKind.Medicine => "Prescribe",
        CareKind.Referral => "Refer",
        CareKind.Vaccination => "Vaccinate",
        CareKind.Measurement => "Measure now",
        _ => "Plan",
    };

    /// <summary>The three categories of the 2018 review.</summary>
    private static string Category(AdjustmentReason reason) => reason switch
    {
        AdjustmentReason.Unsuitable => "unsuitable",
        AdjustmentReason.PatientChoseNotTo => "patient chose not to",
        _ => "did not respond to offers",
    };

    private static string Few(IReadOnlyList<string> ids) => ids.Count <= 2 ? string.Join(", ", ids) : $"{ids[0]} and {ids.Count - 1} more";
}
