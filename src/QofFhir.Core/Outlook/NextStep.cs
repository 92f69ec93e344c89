namespace QofFhir.Core.Outlook;

/// <summary>So many more patients achieved, and the points that they bring.</summary>
/// <param name="Patients">At least 1.</param>
/// <param name="Points">Above 0.</param>
public sealed record NextStep(int Patients, decimal Points);
