using QofFhir.Core.Achievement;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Cards;

/// <summary>Turns a patient's prompts into few cards: one for all by default, and statements where silence would read as "all is well".</summary>
public static class CardDeck
{
    /// <param name="options">Adjustments that may be recorded, as <see cref="Prompter.AdjustmentsOf"/> gives them.</param>
    /// <returns>The most urgent first; none when nothing is due and everything was evaluated.</returns>
    public static IReadOnlyList<Card> Of(PatientPrompts patient, IReadOnlyList<AdjustmentOption> options, CardOptions wanted)
    {
        ArgumentNullException.ThrowIfNull(patient);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(wanted);
        if (!patient.OnList)
        {
            return [Statements.NotOnList(patient, wanted)];
        }

        var outstanding = patient.Prompts.Where(p => p.CareOutstanding && InPurpose(p, wanted.Purpose) && !IsOrdered(p, wanted)).ToList();
        var unsuitable = UnsuitableCare.Of(patient);
        var on = outstanding.Where(p => !IsOff(p, wanted))
            .Select(p => (Shown: Shown.Of(p, patient.Today, wanted.LeadDays), Until: PutOff(p, wanted, patient.Today))).ToLookup(s => IsFor(s.Shown, unsuitable, wanted.Role));
        var mine = on[true].Where(s => s.Until is null).Select(s => s.Shown).ToList();
        var left = new Unshown(
            patient,
            [.. patient.Prompts.Where(p => p.State == PromptState.NotEvaluated && (wanted.Purpose != CardPurpose.Orders || AskedCare.OfMedicines(patient.Framework, p.Indicator)))],
            [.. outstanding.Where(p => IsOff(p, wanted))],
            [.. on[true].Where(s => s.Until is not null).Select(s => (s.Shown, s.Until!))],
            [.. on[false].Where(s => s.Until is null).Select(s => s.Shown.Prompt)]);

        // What is only due later draws no card; with others it is told, so that one visit can settle it.
        // A card an indicator tells what is recorded, which is not for whoever books.
        var cards = mine.All(s => s.Urgency == Urgency.DueByYearEnd) ? []
            : wanted.Separate && wanted.Role != StaffRole.Reception ? Separate(patient, mine, unsuitable, options, wanted)
            : [CombinedCard.Of(patient, mine, unsuitable, options, wanted)];
        return Budgeted(Stated(cards, left, wanted), wanted.Budget);
    }

    /// <summary>What is said of a patient of whom nothing can be said.</summary>
    public static Card Unknown(Framework framework, DateOnly today, CardOptions wanted)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(wanted);
        return Statements.Unknown(new PatientPrompts(framework, false, today, []), wanted);
    }

    private static List<Card> Separate(
        PatientPrompts patient, List<Shown> shown, IReadOnlyDictionary<string, Prompt> unsuitable, IReadOnlyList<AdjustmentOption> options, CardOptions wanted)
    {
        var order = OpenItem.Of(shown, patient, unsuitable).SelectMany(i => i.For).Distinct().ToList();
        return [.. order.Where(s => s.Urgency != Urgency.DueByYearEnd).OrderBy(s => s.Urgency).ThenBy(s => s.Quiet).Select(s => SingleCard.Of(patient, s, unsuitable, options, wanted))];
    }

    /// <summary>The statements on every card; alone on one of their own where there is no other.</summary>
    private static List<Card> Stated(List<Card> cards, Unshown left, CardOptions wanted)
    {
        var statements = Statements.Of(left, wanted);
        if (cards.Count == 0)
        {
            return Statements.Needed(left, wanted) ? [Statements.Alone(left, statements, wanted)] : [];
        }

        var foot = Statements.Foot(left.Patient, wanted);
        var text = string.Concat(statements.Select(s => "\n\n" + s)) + "\n\n" + foot;
        return [.. cards.Select(c => c with { Detail = c.Detail + text })];
    }

    private static List<Card> Budgeted(List<Card> cards, int budget)
    {
        var most = Math.Max(budget, 1);
        if (cards.Count <= most)
        {
            return cards;
        }

        var over = cards.Skip(most).ToList();
        var last = cards[most - 1];
        return [.. cards.Take(most - 1), last with { Detail = last.Detail + $"\n\n**Not shown here**, to keep cards few: {string.Join(", ", over.Select(c => c.Name))}." }];
    }

    private static bool IsOff(Prompt prompt, CardOptions wanted) => Statements.OffBy(prompt, wanted) is not null;

    /// <summary>Null when it is not put off, or is back.</summary>
    private static PutOff? PutOff(Prompt prompt, CardOptions wanted, DateOnly today) =>
        new[] { PromptName.All, prompt.Indicator.Id }.Select(k => wanted.Snoozed.GetValueOrDefault(k)).Where(s => today < s?.Back).MaxBy(s => s!.Back);

    private static bool InPurpose(Prompt prompt, CardPurpose purpose) =>
        purpose != CardPurpose.Orders || prompt.Open.SelectMany(o => o.Care).Any(c => c.Sitting.Kind == CareKind.Medicine);

    /// <summary>All that is still open of it is being ordered.</summary>
    private static bool IsOrdered(Prompt prompt, CardOptions wanted)
    {
        return prompt.Adjustment is null && prompt.Open.Any(o => o.Care.Count > 0) && prompt.Open.All(Settled);

        bool Settled(OpenCare open) =>
            open.Told.All(c => wanted.Ordered.Contains(c.Id)) || (open.Told.Count == 1 && open.Care.Any(c => wanted.Ordered.Contains(c.Id)));
    }

    /// <summary>Reception sees all that can be booked, and nothing that was decided against; others what they may give, and what no care is named of.</summary>
    private static bool IsFor(Shown shown, IReadOnlyDictionary<string, Prompt> unsuitable, StaffRole? role)
    {
        var care = shown.Prompt.Open.SelectMany(o => o.Care).ToList();
        return role switch
        {
            null => true,
            StaffRole.Reception => !shown.DecidedAgainst && (care.Count == 0 || care.Exists(c => !unsuitable.ContainsKey(c.Id))),
            _ => care.Count == 0 || care.Any(c => c.Sitting.Staff.Contains(role.Value)),
        };
    }
}
