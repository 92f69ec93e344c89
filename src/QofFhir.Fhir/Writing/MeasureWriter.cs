using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Publishing;

namespace QofFhir.Fhir.Writing;

/// <summary>Writes a framework's indicators as FHIR R4 Measures, with the ids, linkIds and codes that the reports use.</summary>
/// <remarks>The criteria name CQL definitions of the library. Attestations have no Measure.</remarks>
public static class MeasureWriter
{
    /// <summary>The CQL definition that says which row decided.</summary>
    internal const string OutcomeLabel = "Outcome Label";

    /// <summary>Whether such an indicator has a Measure; for others <see cref="Write"/> throws.</summary>
    public static bool Measures(FrameworkIndicator indicator) => indicator.Kind != IndicatorKind.Attestation;

    /// <summary>Writes one JSON object without a newline; a draft as long as the indicator has no rules.</summary>
    /// <param name="library">Where the criteria are defined; without one the Measure claims no profile of a computable measure.</param>
    public static void Write(
        IBufferWriter<byte> output, Framework framework, FrameworkIndicator indicator, LogicLibrary? library = null)
    {
        var populations = Population.Of(indicator.Kind);
        var rule = indicator.Rule is { } number ? framework.Plan.Indicators[number] : null;
        var identity = MeasureIdentity.Of(framework, indicator);
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Measure");
        json.WriteString("id", identity.Id);
        Profiles(json, indicator, library);
        Extensions(json, framework, indicator, rule);
        json.WriteString("url", identity.Url);
        json.WriteStartArray("identifier");
        json.Identifier(Canonicals.IndicatorId, indicator.Id);
        json.WriteEndArray();
        json.WriteString("version", identity.Version);
        json.WriteString("name", identity.Name);
        json.WriteString("title", $"{indicator.Id}: {indicator.Title}");
        json.WriteString("status", rule is null ? "draft" : "active");
        json.WriteBoolean("experimental", framework.SampleCodes);
        json.Concept("subjectCodeableConcept", Canonicals.ResourceTypes, "Patient");
        json.WriteString("publisher", "QofFhir");
        json.WriteString("description", Description(framework, indicator, rule));
        if (!framework.AnyYear)
        {
            json.Period("effectivePeriod", framework.YearStart, framework.YearStart.AddYears(1).AddDays(-1));
        }

        Sources(json, indicator, rule);
        if (library is not null)
        {
            // Without version: engines compare this text with the library's own URL. The asset collection pins versions.
            json.WriteStartArray("library");
            json.WriteStringValue(library.Url);
            json.WriteEndArray();
        }

        json.Concept("scoring", Canonicals.Scoring, CodeNames.Scoring(indicator.Kind));
        if (indicator.Kind == IndicatorKind.Fraction)
        {
            json.Concept("improvementNotation", Canonicals.ImprovementNotation, "increase");
        }

        Group(json, framework, indicator, rule, populations);
        json.WriteEndObject();
    }

    /// <summary>Whether some row has a label, so that reports are stratified by it.</summary>
    internal static bool HasLabels(IndicatorRule? rule) =>
        rule is IndicatorRule.Fraction fraction && fraction.Rows.Any(r => r.Label is not null);

    private static void Profiles(Utf8JsonWriter json, FrameworkIndicator indicator, LogicLibrary? library)
    {
        if (library is null)
        {
            return;
        }

        json.WriteStartObject("meta");
        json.WriteStartArray("profile");
        json.WriteStringValue(Canonicals.QualityMeasures + "computable-measure-cqfm");
        if (library.Elm is not null)
        {
            json.WriteStringValue(Canonicals.QualityMeasures + "executable-measure-cqfm");
        }

        json.WriteStringValue($"{Canonicals.QualityMeasures}{CodeNames.Scoring(indicator.Kind)}-measure-cqfm");
        json.WriteEndArray();
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
        json.CodeExtension("rulesCertainty", indicator.RulesCertainty is { } r ? CodeNames.Of(r) : null);
        json.EndComplexExtension();
        RowExtensions.Write(json, framework.Plan, rule);
        json.WriteEndArray();
    }

    private static void Sources(Utf8JsonWriter json, FrameworkIndicator indicator, IndicatorRule? rule)
    {
        json.WriteStartArray("relatedArtifact");
        json.Document("documentation", indicator.Source);
        if (rule is not null)
        {
            json.Document("derived-from", rule.Source.Document);
        }

        json.WriteEndArray();
    }

    private static void Group(
        Utf8JsonWriter json, Framework framework, FrameworkIndicator indicator, IndicatorRule? rule, IReadOnlyList<Population> populations)
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
        Stratifiers(json, framework.Strata, HasLabels(rule));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <remarks>Strata have no criteria: their groups are counted here and are not published as logic.</remarks>
    private static void Stratifiers(Utf8JsonWriter json, IReadOnlyList<FrameworkStratum> strata, bool labelled)
    {
        if (!labelled && strata.Count == 0)
        {
            return;
        }

        json.WriteStartArray("stratifier");
        if (labelled)
        {
            Stratifier(json, ReportStrata.OutcomeLabel, ReportStrata.OutcomeLabelTitle);
            Criteria(json, OutcomeLabel);
            json.WriteEndObject();
        }

        foreach (var stratum in strata)
        {
            Stratifier(json, stratum.Rule.Name, stratum.Rule.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Stratifier(Utf8JsonWriter json, string id, string title)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.LinkId(Canonicals.MeasureLink + ".stratifier.linkId", id);
        json.Concept("code", Canonicals.Stratifier, id, title);
    }

    private static void Criteria(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject("criteria");
        json.WriteString("language", "text/cql-identifier");
        json.WriteString("expression", name);
        json.WriteEndObject();
    }
}
