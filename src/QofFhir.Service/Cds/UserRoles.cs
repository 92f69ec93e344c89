using QofFhir.Core.Prompts;
using QofFhir.Fhir.Reading.Cds;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds;

/// <summary>Tells a user's role from the codes of a PractitionerRole.</summary>
internal sealed class UserRoles(IReadOnlyList<UserRoleSettings> settings)
{
    private const string Hl7 = "http://terminology.hl7.org/CodeSystem/practitioner-role";

    /// <summary>What FHIR's own examples call them; any other code has to be configured.</summary>
    private static readonly UserRoleSettings[] Known =
    [
        new() { System = Hl7, Code = "doctor", Role = "gp" },
        new() { System = Hl7, Code = "nurse", Role = "nurse" },
        new() { System = Hl7, Code = "pharmacist", Role = "pharmacist" },
    ];

    public static string Words { get; } = string.Join(", ", StaffRoles.Names);

    public static StaffRole? Named(string name) => StaffRoles.Parse(name.ToLowerInvariant());

    /// <summary>The first role that any of its codes has; null: not known.</summary>
    public StaffRole? Of(HookResource practitionerRole)
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
