using QofFhir.Core.Rules;

namespace QofFhir.Core.Prompts;

/// <summary>A personalised care adjustment as it stands in a patient's record.</summary>
/// <param name="Label">The row's label, by which it is counted.</param>
/// <param name="On">The day of the record that completed it: of two invitations the second. Null where none did, as by age alone.</param>
/// <param name="InTimeUntil">Newly diagnosed or registered, and still in time: the first day on which the care is late by the patient's own window, which ends after the year does; <see cref="Prompt.InTimeTo"/> is what to tell. Else null.</param>
public sealed record RecordedAdjustment(AdjustmentReason Reason, string Label, DateOnly? On, DateOnly? InTimeUntil = null);
