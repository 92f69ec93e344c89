using System.Globalization;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.SampleGp.Edges;

namespace QofFhir.Tests.Spec.Prompts;

/// <summary>A patient whose care is adjusted by one row and given later. The record holds everything from the start: on a day, what is dated after it does not exist yet.</summary>
/// <param name="Seen">Outstanding on this day, nothing adjusted; null for who is new and so adjusted from the start.</param>
/// <param name="Adjusted">The row decides on this day.</param>
/// <param name="Treated">Achieved on this day; null where the care cannot be given any more.</param>
internal sealed record Life(string Indicator, Row Row, Draft Draft, DateOnly? Seen, DateOnly Adjusted, DateOnly? Treated)
{
    public string Id => $"{Indicator} {Row.Label}";

    public static bool IsNew(Row row) => row.Reason is AdjustmentReason.NewlyDiagnosed or AdjustmentReason.NewlyRegistered;

    public void AddTo(PracticeRecordsBuilder builder) => Draft.AddTo(builder, Id, i => $"Observation/{i.ToString("000", CultureInfo.InvariantCulture)}");

    /// <summary>The step that an entry of this day is part of; null for what was recorded before the first.</summary>
    public DateOnly? StepOf(int day) => day <= (Seen ?? Adjusted).DayNumber ? null : day <= Adjusted.DayNumber ? Adjusted : Treated;
}
