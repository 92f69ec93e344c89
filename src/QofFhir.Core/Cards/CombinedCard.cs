using System.Text;
using QofFhir.Core.Prompts;

namespace QofFhir.Core.Cards;

/// <summary>One card for one review of everything: what is due, by how soon and by what is done in one go.</summary>
internal static class CombinedCard
{
    public const string Name = "review";

    /// <param name="unsuitable">By id of the care, as <see cref="UnsuitableCare"/> gives it.</param>
    public static Card Of(
        PatientPrompts patient, IReadOnlyList<Shown> shown, IReadOnlyDictionary<string, Prompt> unsuitable, IReadOnlyList<AdjustmentOption> options, CardOptions wanted)
    {
        var reception = wanted.Role == StaffRole.Reception;
        var items = OpenItem.Of(shown.Where(s => !s.DecidedAgainst), patient, unsuitable)
            .Where(i => Concerns(i.Care, wanted) && !(reception && i.Unsuitable is not null)).ToList();
        List<Shown> adjusted = reception ? [] : [.. shown.Where(s => s.Prompt.Adjustment is not null)];
        var ids = shown.Select(s => s.Prompt.Indicator.Id).ToHashSet(StringComparer.Ordinal);
        List<AdjustmentOption> reasons = reception ? [] : [.. options.Where(o => o.Indicators.Any(ids.Contains))];
        var text = new StringBuilder();
        if (!reception)
        {
            text.Append(CardText.Frailty(patient));
        }

        Section(text, "Overdue", items, Urgency.Overdue, reception);
        Section(text, "Due now", items, Urgency.DueNow, reception);
        Section(text, $"Due by {CardText.Day(Evaluation.ServiceDates.Year(patient.Today).PaymentPeriodEnd)}", items, Urgency.DueByYearEnd, reception);
        if (adjusted.Count > 0)
        {
            text.Append($"**Adjusted.** {CardText.Adjusted}\n");
            foreach (var one in adjusted)
            {
                text.Append($"- {one.Prompt.Indicator.Id}, {CardText.Plain(one.Prompt.Indicator.Title)}: {CardText.Sentence(CardText.Adjustment(one.Prompt, patient.Today, wanted.Purpose))}\n");
            }

            text.Append('\n');
        }
        else if (shown.Any(s => s.Prompt.Adjustment is not null))
        {
            text.Append(CardText.SomeAdjusted).Append("\n\n");
        }

        if (!reception)
        {
            text.Append($"Indicators: {string.Join(", ", shown.Select(s => s.Prompt.Indicator.Id))}.{Provisional(shown)}");
        }

        return new Card(Name, Summary(items, adjusted, wanted), text.ToString().TrimEnd(), shown.Any(s => !s.Quiet) ? CardUrgency.Warning : CardUrgency.Info)
        {
            Prompts = [.. shown.Select(s => s.Prompt)],
            Suggestions = SuggestionList.Of(items, reasons, wanted),
            Reasons = reasons,
        };
    }

    /// <summary>Only medicines when ordering; else all that the role may give.</summary>
    public static bool Concerns(Care? care, CardOptions wanted) =>
        care is null
        || ((wanted.Purpose != CardPurpose.Orders || care.Sitting.Kind == CareKind.Medicine)
            && (wanted.Role is null or StaffRole.Reception || care.Sitting.Staff.Contains(wanted.Role.Value)));

    private static void Section(StringBuilder text, string title, List<OpenItem> items, Urgency urgency, bool reception)
    {
        var of = items.Where(i => i.Soonest.Urgency == urgency).ToList();
        if (of.Count == 0)
        {
            return;
        }

        text.Append($"**{title}**\n");
        foreach (var sitting in of.GroupBy(i => i.Care?.Sitting.Title))
        {
            var line = string.Join("; ", sitting.Select(i => Line(i, reception)));
            text.Append(sitting.Key is { } together ? $"- {CardText.Plain(together)}: {line}\n" : $"- {line}\n");
        }

        text.Append('\n');
    }

    private static string Line(OpenItem item, bool reception)
    {
        var title = CardText.Plain(item.Title);
        if (reception)
        {
            return title;
        }

        var standing = item.Soonest.Prompt.NextDue is not null ? CardText.Standing(item.Soonest) : item.Open is { } open ? CardText.Last(open) : "";
        var told = CardText.Told(item, standing);
        return title + (item.NotAsWanted && item.Soonest.Prompt.NextDue is null ? " not as wanted" : "") + (told.Length > 0 ? $" ({told})" : "");
    }

    private static string Summary(List<OpenItem> items, List<Shown> adjusted, CardOptions wanted)
    {
        var parts = new List<string>();
        foreach (var (urgency, word) in new[] { (Urgency.Overdue, "Overdue"), (Urgency.DueNow, "Due now") })
        {
            var titles = items.Where(i => i.Soonest.Urgency == urgency && CardText.Unsuitable(i).Length == 0).Select(i => CardText.InSentence(i.Title)).ToList();
            if (titles.Count > 0)
            {
                parts.Add($"{word}: {Few(titles)}");
            }
        }

        // Never among what is overdue, and by itself: cut short, it would read as if it were.
        parts.AddRange(items.Where(i => i.Soonest.Urgency != Urgency.DueByYearEnd && CardText.Unsuitable(i).Length > 0)
            .Select(i => $"{i.Title}: {CardText.Unsuitable(i)}"));
        if (parts.Count == 0)
        {
            parts.Add(adjusted.Count > 0 ? "Care is still owed after an adjustment" : "Care is due");
        }

        return CardText.Cut((wanted.Purpose == CardPurpose.Recall ? "For this appointment. " : "") + string.Join(". ", parts), CardText.LongestSummary);
    }

    private static string Few(List<string> titles) =>
        titles.Count <= 4 ? string.Join(", ", titles) : $"{string.Join(", ", titles.Take(3))} and {titles.Count - 3} more";

    private static string Provisional(IReadOnlyList<Shown> shown)
    {
        var ids = shown.Where(s => s.Prompt.Indicator.Evaluability.State != Rules.EvaluabilityState.Complete).Select(s => s.Prompt.Indicator.Id).ToList();
        return ids.Count == 0 ? "" : $" Provisional, as not all codes are known here: {string.Join(", ", ids)}.";
    }
}
