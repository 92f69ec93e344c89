using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Writing;

/// <summary>Writes a framework's indicators as FHIR R4 Measures, with the ids, linkIds and codes that the reports use.</summary>
/// <remarks>The criteria name CQL definitions; there is no <c>library</c> to hold them yet. Attestations have no Measure.</remarks>
public static class MeasureWriter
{
    /// <summary>Whether such an indicator has a Measure; for others <see cref="Write"/> throws.</summary>
    public static bool Measures(FrameworkIndicator indicator) => indicator.Kind != IndicatorKind.Attestation;

    /// <summary>Writes one JSON object without a newline; a draft as long as the indicator has no rules.</summary>
    public static void Write(IBufferWriter<byte> output, Framework framework, FrameworkIndicator indicator)
    {
        var populations = Population.Of(indicator.Kind);
        var rule = indicator.Rule is { } number ? framework.Plan.Indicators[number] : null;
        var identity = MeasureIdentity.Of(framework, indicator);
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Measure");
        json.WriteString("id", identity.Id);
        Extensions(json, framework, indicator, rule);
        json.WriteString("url", identity.Url);
        json.WriteString("version", identity.Version);
        json.WriteString("name", identity.Name);
        json.WriteString("title", $"{indicator.Id}: {indicator.Title}");
        json.WriteString("status", rule is null ? "draft" : "active");
        json.WriteBoolean("experimental", framework.SampleCodes);
        json.Concept("subjectCodeableConcept", Canonicals.ResourceTypes, "Patient");
        json.WriteString("publisher", "QofFhir");
        json.WriteString("description", Description(framework, indicator, rule));
        json.Period("effectivePeriod", framework.YearStart, framework.YearStart.AddYears(1).AddDays(-1));
        Sources(json, indicator, rule);
        json.Concept("scoring", Canonicals.Scoring, CodeNames.Scoring(indicator.Kind));
        if (indicator.Kind == IndicatorKind.Fraction)
        {
            json.Concept("improvementNotation", Canonicals.ImprovementNotation, "increase");
        }

        Group(json, indicator, rule, populations);
        json.WriteEndObject();
    }

    private static string Description(Framework framework, FrameworkIndicator indicator, IndicatorRule? rule) =>
        $"{indicator.Title}. {indicator.Group}, {indicator.Domain}; {framework.Title}, business rules {framework.Rules}."
        + (rule is null ? " It has no rules yet and is not evaluated." : "");

    private static void Extensions(Utf8JsonWriter json, Framework framework, FrameworkIndicator indicator, IndicatorRule? rule)
    {
        json.WriteStartArray("extension");
        json.CodeExtension(Canonicals.PopulationBasis, "boolean");
        if (indicator.Kind == IndicatorKind.Fraction)
        {
            json.StartExtension(Canonicals.ScoringPrecision);
            json.WriteNumber("valuePositiveInt", 4);
            json.WriteEndObject();
        }

        json.StartComplexExtension(Canonicals.QofIndicator);
        json.StringExtension("framework", framework.Id);
        json.StringExtension("domain", indicator.Domain);
        json.StringExtension("group", indicator.Group);
        if (indicator.Paid)
        {
            json.DecimalExtension("points", indicator.Points);
            json.CodeExtension("pointsCertainty", CodeNames.Of(indicator.PointsCertainty));
        }

        json.DecimalExtension("lowerThreshold", indicator.Lower);
        json.DecimalExtension("upperThreshold", indicator.Upper);
        json.CodeExtension("thresholdCertainty", indicator.ThresholdCertainty is { } c ? CodeNames.Of(c) : null);
        json.CodeExtension("rulesCertainty", rule is null ? null : CodeNames.Of(rule.Source.Certainty));
        json.EndComplexExtension();
        json.WriteEndArray();
    }

    private static void Sources(Utf8JsonWriter json, FrameworkIndicator indicator, IndicatorRule? rule)
    {
        json.WriteStartArray("relatedArtifact");
        Source("documentation", indicator.Source);
        if (rule is not null)
        {
            Source("derived-from", rule.Source.Document);
        }

        json.WriteEndArray();

        void Source(string type, string document)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("display", document);
            json.WriteEndObject();
        }
    }

    private static void Group(
        Utf8JsonWriter json, FrameworkIndicator indicator, IndicatorRule? rule, IReadOnlyList<Population> populations)
    {
        json.WriteStartArray("group");
        json.WriteStartObject();
        json.WriteString("id", ReportGroup.Id);
        json.LinkId(Canonicals.MeasureLink + ".linkId", ReportGroup.Id);
        json.Concept("code", Canonicals.Indicator, indicator.Id, indicator.Title);
        json.WriteStartArray("population");
        foreach (var population in populations)
        {
            json.WriteStartObject();
            json.WriteString("id", population.Code);
            json.LinkId(Canonicals.MeasureLink + ".population.linkId", population.Code);
            json.Concept("code", Canonicals.Population, population.Code);
            Criteria(json, population.Criteria);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (rule is IndicatorRule.Fraction fraction && fraction.Rows.Any(r => r.End is RowEnd.Exclude or RowEnd.Adjust))
        {
            json.WriteStartArray("stratifier");
            json.WriteStartObject();
            json.WriteString("id", ReportGroup.Stratifier);
            json.LinkId(Canonicals.MeasureLink + ".stratifier.linkId", ReportGroup.Stratifier);
            json.Concept("code", Canonicals.Stratifier, ReportGroup.Stratifier, "Outcome label");
            Criteria(json, "Outcome Label");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Criteria(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject("criteria");
        json.WriteString("language", "text/cql-identifier");
        json.WriteString("expression", name);
        json.WriteEndObject();
    }
}
