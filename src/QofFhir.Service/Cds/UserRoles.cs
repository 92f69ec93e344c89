using QofFhir.Fhir.Reading.Cds;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds;

/// <summary>Tells a user's role from the codes of a PractitionerRole.</summary>
internal sealed class UserRoles(IReadOnlyList<UserRoleSettings> settings)
{
    private const string Hl7 = "http://terminology.hl7.org/CodeSystem/practitioner-role";

    private static readonly Dictionary<string, UserRole> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gp"] = UserRole.Gp,
        ["nurse"] = UserRole.Nurse,
        ["hca"] = UserRole.HealthcareAssistant,
        ["pharmacist"] = UserRole.Pharmacist,
        ["reception"] = UserRole.Reception,
    };

    /// <summary>What FHIR's own examples call them; any other code has to be configured.</summary>
    private static readonly UserRoleSettings[] Known =
    [
        new() { System = Hl7, Code = "doctor", Role = "gp" },
        new() { System = Hl7, Code = "nurse", Role = "nurse" },
        new() { System = Hl7, Code = "pharmacist", Role = "pharmacist" },
    ];

    public static string Words { get; } = string.Join(", ", ByName.Keys);

    public static UserRole? Named(string name) => ByName.TryGetValue(name, out var role) ? role : null;

    /// <summary>The first role that any of its codes has; null: not known.</summary>
    public UserRole? Of(HookResource practitionerRole)
    {
        foreach (var coding in UserCode.Of(practitionerRole))
        {
            if (settings.Concat(Known).FirstOrDefault(s => s.Code == coding.Code && (s.System is null || s.System == coding.System)) is { } found)
            {
                return Named(found.Role);
            }
        }

        return null;
    }
}
