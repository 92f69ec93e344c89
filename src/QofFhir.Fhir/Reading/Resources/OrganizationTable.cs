using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>The ODS codes of the Organizations in the input. Bundles repeat them, so a further one of the same id is no fault.</summary>
internal sealed class OrganizationTable
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    public void Read(Resource organization)
    {
        if (organization.IsDone || PracticeReference.OdsIn(organization["identifier"u8]) is not { } ods)
        {
            return;
        }

        if (organization.Id is { } id)
        {
            _codes.TryAdd("Organization/" + id, ods);
        }

        if (organization.FullUrl is { } fullUrl)
        {
            _codes.TryAdd(Reference.Key(fullUrl), ods);
        }
    }

    /// <summary>The practice's ODS code, else the id in the reference, else null. To be called when all is read.</summary>
    public string? Resolve(PracticeReference practice) => practice.Ods
        ?? (practice.Key is not { } key ? null : _codes.GetValueOrDefault(key) ?? Reference.LastPart(key));
}
