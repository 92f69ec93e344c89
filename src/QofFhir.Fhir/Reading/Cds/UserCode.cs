using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>A coding by which a PractitionerRole says what somebody is.</summary>
/// <param name="System">Null where it names none.</param>
public sealed record UserCode(string? System, string Code)
{
    /// <summary>All codings of its codes, in their order; what is not of that form is passed over.</summary>
    public static IReadOnlyList<UserCode> Of(HookResource practitionerRole)
    {
        ArgumentNullException.ThrowIfNull(practitionerRole);
        var found = new List<UserCode>();
        foreach (var concept in new Items(Properties.Find(practitionerRole.Json.Span, "code"u8)))
        {
            foreach (var coding in new Items(Properties.Find(concept, "coding"u8)))
            {
                if (JsonText.Of(Properties.Find(coding, "code"u8)) is { } code)
                {
                    found.Add(new UserCode(JsonText.Of(Properties.Find(coding, "system"u8)), code));
                }
            }
        }

        return found;
    }
}
