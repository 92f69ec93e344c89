using System.Text;
using QofFhir.Core.Prompts;

namespace QofFhir.Core.Cards;

/// <summary>A card of one indicator.</summary>
internal static class SingleCard
{
    /// <param name="unsuitable">By id of the care, as <see cref="UnsuitableCare"/> gives it.</param>
    public static Card Of(
        PatientPrompts patient, Shown shown, IReadOnlyDictionary<string, Prompt> unsuitable, IReadOnlyList<AdjustmentOption> options, CardOptions wanted)
    {
        var prompt = shown.Prompt;
        var items = OpenItem.Of([shown], patient, unsuitable).Where(i => CombinedCard.Concerns(i.Care, wanted)).ToList();
        var reasons = options.Where(o => o.Indicators.Contains(prompt.Indicator.Id)).ToList();
        var text = new StringBuilder($"{CardText.Frailty(patient)}{CardText.Plain(prompt.Indicator.Title)}: {CardText.Standing(shown)}.\n\n");
        foreach (var item in items.Where(i => i.Care is not null))
        {
            text.Append($"- {CardText.Plain(item.Title)}: {(item.NotAsWanted ? "not as wanted, " : "")}{CardText.Told(item, CardText.Last(item.Open!))}\n");
        }

        if (prompt.Adjustment is not null)
        {
            text.Append($"\n**Adjusted**: {CardText.Sentence(CardText.Adjustment(prompt, patient.Today, wanted.Purpose))} {CardText.Adjusted}\n");
        }

        text.Append($"\n{prompt.Indicator.Points:0.##} points in the year.{CardText.Evaluability(prompt)}");
        return new Card(prompt.Indicator.Id, Summary(shown, items, patient.Today, wanted), text.ToString(), shown.Quiet ? CardUrgency.Info : CardUrgency.Warning)
        {
            Prompts = [prompt],
            Suggestions = SuggestionList.Of(shown.DecidedAgainst ? [] : items, reasons, wanted),
            Reasons = reasons,
        };
    }

    private static string Summary(Shown shown, List<OpenItem> items, DateOnly today, CardOptions wanted)
    {
        var what = items.Count > 0 && items[0].Care is not null ? string.Join(", ", items.Select(Named)) : shown.Prompt.Indicator.Title;
        var standing = shown.Prompt.Adjustment is not null ? CardText.Adjustment(shown.Prompt, today, wanted.Purpose) : CardText.Standing(shown);
        return CardText.Cut($"{what}: {standing} ({shown.Prompt.Indicator.Id})", CardText.LongestSummary);
    }

    private static string Named(OpenItem item) => CardText.Unsuitable(item) is { Length: > 0 } unsuitable ? $"{item.Title} ({unsuitable})" : item.Title;
}
