using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Achievement;
using QofFhir.Core.Improvement;
using QofFhir.Fhir.Publishing;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>Writes the Measures of a module's completion: one a requirement, and for each indicator a composite of those that it asks for, all or nothing. What they count is the practice.</summary>
public static class CompletionMeasureWriter
{
    private const string CompositeScoring = "http://terminology.hl7.org/CodeSystem/composite-measure-scoring";
    private const string MeasureType = "http://terminology.hl7.org/CodeSystem/measure-type";

    /// <param name="framework">Of <see cref="ModuleCompletion.FrameworkOf"/>.</param>
    /// <param name="indicator">One of the framework's.</param>
    public static void Write(IBufferWriter<byte> output, ImprovementModule module, Framework framework, FrameworkIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(module);
        var composite = module.Indicators.FirstOrDefault(i => i.Id == indicator.Id);
        var identity = MeasureIdentity.Of(framework, indicator);
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Measure");
        json.WriteString("id", identity.Id);
        json.WriteStartArray("extension");
        json.CodeExtension(Canonicals.PopulationBasis, "Organization");
        json.StartComplexExtension(Canonicals.QofIndicator);
        json.StringExtension("framework", framework.Id);
        json.StringExtension("domain", indicator.Domain);
        json.StringExtension("group", indicator.Group);
        if (indicator.Paid)
        {
            json.DecimalExtension("points", indicator.Points);
            json.CodeExtension("pointsCertainty", CodeNames.Of(indicator.PointsCertainty));
        }

        json.EndComplexExtension();
        json.WriteEndArray();
        json.WriteString("url", identity.Url);
        json.WriteStartArray("identifier");
        json.Identifier(Canonicals.IndicatorId, indicator.Id);
        json.WriteEndArray();
        json.WriteString("version", identity.Version);
        json.WriteString("name", identity.Name);
        json.WriteString("title", $"{indicator.Id}: {indicator.Title}");
        json.WriteString("status", "active");
        json.Concept("subjectCodeableConcept", Canonicals.ResourceTypes, "Organization");
        json.WriteString("publisher", "QofFhir");
        json.WriteString("description", $"{module.Title}: {indicator.Title}. {(composite is null ? "Met or not, by practice." : "All of its parts or none, by practice.")}");
        json.Period("effectivePeriod", framework.YearStart, framework.YearStart.AddYears(1).AddDays(-1));
        json.WriteStartArray("relatedArtifact");
        json.Document("documentation", indicator.Source);
        foreach (var part in framework.Indicators.Where(i => composite?.Requirements.Contains(i.Id) ?? false))
        {
            json.WriteStartObject();
            json.WriteString("type", "composed-of");
            json.WriteString("resource", MeasureIdentity.Of(framework, part).VersionedUrl);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Concept("scoring", Canonicals.Scoring, CodeNames.Scoring(indicator.Kind));
        if (composite is not null)
        {
            json.Concept("compositeScoring", CompositeScoring, "all-or-nothing");
        }

        json.WriteStartArray("type");
        json.ConceptValue(MeasureType, composite is null ? "process" : "composite");
        json.WriteEndArray();
        json.Concept("improvementNotation", Canonicals.ImprovementNotation, "increase");
        Group(json, indicator);
        json.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter json, FrameworkIndicator indicator)
    {
        json.WriteStartArray("group");
        json.WriteStartObject();
        json.WriteString("id", ReportGroup.Id);
        json.LinkId(Canonicals.MeasureLink + ".linkId", ReportGroup.Id);
        json.Concept("code", Canonicals.Indicator, indicator.Id, indicator.Title);
        json.WriteStartArray("population");
        foreach (var population in Population.Of(indicator.Kind))
        {
            json.WriteStartObject();
            json.WriteString("id", population.Code);
            json.LinkId(Canonicals.MeasureLink + ".population.linkId", population.Code);
            json.Concept("code", Canonicals.Population, population.Code);
            json.WriteStartObject("criteria");
            json.WriteString("description", Meaning(population.Code, indicator));

            // No engine counts practices: the criteria are words.
            json.WriteString("language", "text/plain");
            json.WriteString("expression", population.Criteria);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Meaning(string population, FrameworkIndicator indicator) => population switch
    {
        "numerator" => $"Practices that meet: {indicator.Title}",
        "denominator-exclusion" or "denominator-exception" => "No practice.",
        _ => "Practices with a plan for the module.",
    };
}
