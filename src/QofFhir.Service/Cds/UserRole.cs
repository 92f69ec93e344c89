namespace QofFhir.Service.Cds;

/// <summary>Who looks at the cards.</summary>
internal enum UserRole
{
    Gp,
    Nurse,
    HealthcareAssistant,
    Pharmacist,
    Reception,
}
