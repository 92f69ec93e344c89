using System.Globalization;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Cards;

/// <summary>The sentences of cards.</summary>
internal static class CardText
{
    public const int LongestSummary = 139;
    public const int LongestLabel = 80;

    /// <summary>Said on every card about care that is adjusted.</summary>
    public const string Adjusted = "No longer counts against the practice; the care is still owed.";

    /// <summary>The same without telling of which care, for those who book and do not treat.</summary>
    public const string SomeAdjusted = "Part of this no longer counts against the practice; the care is still owed.";

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Cut at a word, and never longer than a client may show.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var at = text.LastIndexOf(' ', longest - 2);
        return text[..(at > longest / 2 ? at : longest - 1)].TrimEnd(',', ';', ':', ' ') + "…";
    }

    /// <summary>What the adjustment means for whoever sees the patient.</summary>
    /// <param name="prompt">An adjusted one.</param>
    public static string Adjustment(Prompt prompt, DateOnly today, CardPurpose purpose)
    {
        var adjustment = prompt.Adjustment!;
        var on = adjustment.On is { } day ? " on " + Day(day) : "";
        return adjustment.Reason switch
        {
            AdjustmentReason.DidNotRespond => purpose == CardPurpose.Recall
                ? $"did not respond to offers (the last{on}): offer it with this appointment"
                : $"did not respond to offers (the last{on}): the patient is here now",
            AdjustmentReason.PatientChoseNotTo => $"the patient chose not to have it{on}: offer again?",
            AdjustmentReason.Unsuitable => $"recorded as unsuitable{on} ({adjustment.Label}): not suggested",
            AdjustmentReason.ServiceNotAvailable => $"the service was not available{on}: check whether it is available now",
            AdjustmentReason.NewlyDiagnosed => $"newly diagnosed{on}: {InTime(prompt, today)}",
            _ => $"newly registered{on}: {InTime(prompt, today)}",
        };
    }

    /// <summary>Stands before everything else on a card of someone who is frail; empty for others.</summary>
    public static string Frailty(PatientPrompts patient) => patient.Frailty is { } frailty
        ? $"**{char.ToUpperInvariant(frailty[0]) + frailty[1..]} frailty is recorded.** Agree with the patient what matters; targets for people without frailty may not fit.\n\n"
        : "";

    /// <summary>One of several, each said once: the first title may hold the second.</summary>
    public static string Choice(IReadOnlyList<string> titles) => titles.Aggregate(
        (all, title) => all.Contains(title, StringComparison.OrdinalIgnoreCase) ? all : $"{all} or {InSentence(title)}");

    /// <summary>Without its capital, unless it is an abbreviation.</summary>
    public static string InSentence(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && char.IsLower(title[1]) && !title.StartsWith("HbA", StringComparison.Ordinal)
            ? char.ToLowerInvariant(title[0]) + title[1..]
            : title;

    /// <summary>Said wherever another indicator asks for what is unsuitable; empty for all else, and where the prompt tells it itself.</summary>
    public static string Unsuitable(OpenItem item) => item.Unsuitable is { Adjustment: { } adjustment } prompt && item.For.All(s => s.Prompt != prompt)
        ? $"recorded as unsuitable{(adjustment.On is { } day ? " on " + Day(day) : "")} for {prompt.Indicator.Id}"
        : "";

    /// <summary>Where the care stands, and all that has to be known of it before it is given.</summary>
    public static string Told(OpenItem item, string standing) => string.Join("; ", new[]
    {
        standing,
        Unsuitable(item),
        item.IfUnfit.Count > 0 ? $"where it does not fit, {Choice([.. item.IfUnfit.Select(c => InSentence(c.Title))])}" : "",
    }.Where(s => s.Length > 0));

    /// <summary>A question keeps its mark.</summary>
    public static string Sentence(string text) => text.EndsWith('?') ? text : text + ".";

    /// <summary>Where the care stands, in a word or two.</summary>
    public static string Standing(Shown shown) => shown.Urgency switch
    {
        Urgency.Overdue => "not in date",
        Urgency.DueNow when shown.Prompt.NextDue is { } next => "next due from " + Day(next),
        Urgency.DueNow => "due",
        _ => "next due from " + Day(shown.Prompt.NextDue!.Value),
    };

    /// <summary>The latest record of something, too old or not as wanted.</summary>
    public static string Last(OpenCare open) => (open.LastOn, open.Last) switch
    {
        ({ } on, { } value) => $"last {Plain(value.Replace("mm[Hg]", "mmHg", StringComparison.Ordinal))} on {Day(on)}",
        ({ } on, null) => "last on " + Day(on),
        _ => "none recorded",
    };

    public static string Evaluability(Prompt prompt) => prompt.Indicator.Evaluability.State == EvaluabilityState.Complete
        ? ""
        : $" Provisional: codes of {string.Join(", ", prompt.Indicator.Evaluability.Shortfalls.Select(s => s.Cluster))} are not all known here.";

    /// <summary>Nothing of a text can end as markup.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => c switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '*' or '_' or '`' or '[' or ']' or '#' or '|' or '\\' or '~' or '!' => "\\" + c,
        _ when char.IsControl(c) => " ",
        _ => c.ToString(),
    }));

    private static string InTime(Prompt prompt, DateOnly today) =>
        prompt.NextDue is { } next ? "in date, next due from " + Day(next)
        : prompt.Clinical.Due == ClinicallyDue.UpToDate ? "in date"
        : prompt.InTimeTo(today) is { } last ? "in time until " + Day(last)
        : "due";
}
