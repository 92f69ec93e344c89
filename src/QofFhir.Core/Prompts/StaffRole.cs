namespace QofFhir.Core.Prompts;

/// <summary>Who looks at a prompt.</summary>
public enum StaffRole { GeneralPractitioner, Nurse, HealthcareAssistant, Pharmacist, Reception }
