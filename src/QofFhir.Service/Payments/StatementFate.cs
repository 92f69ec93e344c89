using System.Globalization;

namespace QofFhir.Service.Payments;

/// <summary>What became of a draft.</summary>
/// <param name="Number">Of the statement that says it now; null when the practice is left out.</param>
/// <param name="Made">False when there was one of the same inputs already.</param>
/// <param name="Before">The newest of the practice and framework until then.</param>
/// <param name="LeftOut">Why it was not kept.</param>
internal sealed record StatementFate(StatementDraft Draft, long? Number, bool Made, KeptStatement? Before, string? LeftOut)
{
    /// <param name="number">For a new statement.</param>
    public static StatementFate Of(StatementDraft draft, KeptStatement? before, long number) =>
        before is null ? new StatementFate(draft, number, true, null, null)
        : before.AchievementDate > draft.AchievementDate
            ? new StatementFate(
                draft, null, false, before, string.Create(CultureInfo.InvariantCulture, $"statement {before.Number} of the later date {before.AchievementDate:yyyy-MM-dd} stands: a year is paid once"))
        : before.Digest == draft.Digest ? new StatementFate(draft, before.Number, false, before, null)
        : new StatementFate(draft, number, true, before, null);
}
