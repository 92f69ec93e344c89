using System.Buffers;
using QofFhir.Core.Achievement;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Publishing;

/// <summary>Writes what deciding some indicators needs of a patient's record, as a Library of type module-definition.</summary>
public static class DataRequirementsWriter
{
    /// <summary>The answer of <c>Measure/$data-requirements</c>; indicators without rules need nothing.</summary>
    /// <param name="start">First day of the period asked about; the requirements are the same for any.</param>
    /// <param name="end">Last day, inside.</param>
    public static void Write(
        IBufferWriter<byte> output, PublishedFramework publication, IReadOnlyList<FrameworkIndicator> indicators, DateOnly start, DateOnly end)
    {
        var plan = publication.Framework.Plan;
        var libraries = indicators.Select(publication.LibraryOf).OfType<LogicLibrary>().ToList();
        var rules = indicators.Select(i => i.Rule).OfType<int>().Select(number => plan.Indicators[number]);
        var dependencies = libraries
            .SelectMany(l => publication.DependenciesOf(l).Prepend(publication.ResourceOf(l)))
            .Select(r => r.VersionedUrl).Distinct().Order(StringComparer.Ordinal).ToList();
        var parameters = libraries.SelectMany(l => l.Parameters).Distinct().ToList();

        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Library");
        json.WriteString("status", "active");
        json.WriteBoolean("experimental", publication.Framework.SampleCodes);
        json.LibraryType("module-definition");
        json.AboutPatients();
        json.Period("effectivePeriod", start, end);
        if (dependencies.Count > 0)
        {
            json.WriteStartArray("relatedArtifact");
            dependencies.ForEach(url => json.Related("depends-on", url));
            json.WriteEndArray();
        }

        if (parameters.Count > 0)
        {
            json.WriteStartArray("parameter");
            parameters.ForEach(json.Input);
            json.WriteEndArray();
        }

        json.Requirements(DataRequirement.Of(plan, rules), publication.ValueSetUrl);
        json.WriteEndObject();
    }
}
