using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>How a record names a practice.</summary>
/// <param name="Ods">ODS code, where the reference carries it.</param>
/// <param name="Key">Key of the Organization that is referred to.</param>
internal readonly record struct PracticeReference(string? Ods, string? Key)
{
    private const string OdsSystem = "://fhir.nhs.uk/Id/ods-organization-code";

    public static PracticeReference Read(Resource resource, ReadOnlySpan<byte> reference)
    {
        var identifier = Properties.Find(reference, "identifier"u8);
        var text = JsonText.Of(Properties.Find(reference, "reference"u8));
        if (OdsOf(identifier) is { } ods)
        {
            return new PracticeReference(ods, null);
        }

        if (text is ['#', .. var id])
        {
            return new PracticeReference(OdsIn(Properties.Find(Contained.Find(resource["contained"u8], id), "identifier"u8)), null);
        }

        // An identifier of some other system still names a practice, and never stands for any.
        return string.IsNullOrEmpty(text)
            ? new PracticeReference(ValueOf(identifier), null)
            : new PracticeReference(null, Reference.Key(text));
    }

    /// <summary>The ODS code among an Organization's identifiers, or null.</summary>
    public static string? OdsIn(ReadOnlySpan<byte> identifiers)
    {
        foreach (var identifier in new Items(identifiers))
        {
            if (OdsOf(identifier) is { } ods)
            {
                return ods;
            }
        }

        return null;
    }

    private static string? OdsOf(ReadOnlySpan<byte> identifier) =>
        JsonText.Of(Properties.Find(identifier, "system"u8)) is { } system && system.Trim().EndsWith(OdsSystem, StringComparison.OrdinalIgnoreCase)
            ? ValueOf(identifier)
            : null;

    private static string? ValueOf(ReadOnlySpan<byte> identifier) =>
        JsonText.Of(Properties.Find(identifier, "value"u8))?.Trim() is { Length: > 0 } value ? value : null;
}
