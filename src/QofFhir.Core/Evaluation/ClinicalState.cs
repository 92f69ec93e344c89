namespace QofFhir.Core.Evaluation;

/// <summary>The same care judged by windows that end today; not applicable to who is outside the population, excluded, or was not evaluated.</summary>
public enum ClinicallyDue { NotApplicable, Due, UpToDate }

/// <summary>Whether care is due today, whatever the year's count says.</summary>
/// <param name="LapsesOn">When up to date: the first day on which it is no longer achieved if nothing is added to the record; null when it is done for good.</param>
/// <param name="Leaves">True when on that day the patient leaves the population or becomes excluded, rather than falls due.</param>
public sealed record ClinicalState(ClinicallyDue Due, DateOnly? LapsesOn = null, bool Leaves = false)
{
    public static ClinicalState NotApplicable { get; } = new(ClinicallyDue.NotApplicable);
}
