using System.Buffers;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Publishing;

/// <summary>Writes the Library that pins the version of every other resource of a publication.</summary>
internal static class AssetCollectionWriter
{
    public static void Write(IBufferWriter<byte> output, PublishedFramework publication, IEnumerable<PublishedResource> pinned)
    {
        var framework = publication.Framework;
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Library");
        json.WriteString("id", framework.Id);
        json.WriteString("url", Canonicals.Library + framework.Id);
        json.WriteString("version", framework.Rules);
        json.WriteString("name", MeasureIdentity.NameOf(framework.Id));
        json.WriteString("title", framework.Title);
        json.WriteString("status", "active");
        json.WriteBoolean("experimental", framework.SampleCodes);
        json.LibraryType("asset-collection");
        json.AboutPatients();
        json.WriteString("publisher", "QofFhir");
        json.WriteString("description", $"The indicators of {framework.Title} by business rules {framework.Rules}, with the versions of the logic and value sets that belong together.");
        json.Period("effectivePeriod", framework.YearStart, framework.YearStart.AddYears(1).AddDays(-1));
        json.WriteStartArray("relatedArtifact");
        foreach (var resource in pinned)
        {
            json.Related(resource.Type == "Measure" ? "composed-of" : "depends-on", resource.VersionedUrl);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
