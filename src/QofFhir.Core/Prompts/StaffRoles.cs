namespace QofFhir.Core.Prompts;

/// <summary>The names of staff roles in definitions, settings and requests.</summary>
public static class StaffRoles
{
    private static readonly (string Name, StaffRole Role)[] All =
    [
        ("gp", StaffRole.GeneralPractitioner),
        ("nurse", StaffRole.Nurse),
        ("hca", StaffRole.HealthcareAssistant),
        ("pharmacist", StaffRole.Pharmacist),
        ("reception", StaffRole.Reception),
    ];

    public static IEnumerable<string> Names => All.Select(r => r.Name);

    /// <returns>Null for any other name.</returns>
    public static StaffRole? Parse(string name)
    {
        var at = Array.FindIndex(All, r => r.Name == name);
        return at < 0 ? null : All[at].Role;
    }

    public static string NameOf(StaffRole role) => All.First(r => r.Role == role).Name;
}
