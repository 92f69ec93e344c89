using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Cards;

/// <summary>The names by which prompts are counted and switched off: the indicator and what it says, such as <c>DM020/unsuitable</c>.</summary>
public static class PromptName
{
    public const string All = "*";

    public static string Of(Prompt prompt) => prompt.Indicator.Id + "/" + Kind(prompt);

    /// <summary>The reason of the adjustment, else due-later or outstanding.</summary>
    public static string Kind(Prompt prompt) => prompt.Adjustment is { } adjustment ? AdjustmentReasons.NameOf(adjustment.Reason)
        : prompt.State == PromptState.DueLater ? "due-later"
        : "outstanding";
}
