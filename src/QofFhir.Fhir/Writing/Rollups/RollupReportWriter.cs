using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Fhir.Writing.Organisations;

namespace QofFhir.Fhir.Writing.Rollups;

/// <summary>Writes a roll-up as a FHIR R4 summary MeasureReport after DEQM: denominators gross, score net. Equal arguments give equal bytes.</summary>
public sealed class RollupReportWriter(DeqmRealm realm = DeqmRealm.Universal100)
{
    private const string ContainedId = "messages";
    private static readonly string[] Proportion = ["initial-population", "denominator", "denominator-exclusion", "denominator-exception", "numerator"];
    private readonly DeqmCanonicals _deqm = DeqmCanonicals.Of(realm);

    /// <param name="computedAt">When it was added up.</param>
    public void Write(IBufferWriter<byte> output, RollupReport report, DateTimeOffset computedAt)
    {
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "MeasureReport");
        json.WriteString("id", report.Identity.Id);
        Meta(json, report);
        string[] messages = [.. Messages(report)];
        if (messages.Length > 0)
        {
            Contained(json, messages);
        }

        json.WriteStartArray("extension");
        json.StartExtension(_deqm.MeasureScoring);
        json.Concept("valueCodeableConcept", Canonicals.Scoring, CodeNames.Scoring(report.Kind));
        json.WriteEndObject();
        if (messages.Length > 0)
        {
            json.StartExtension(Canonicals.Messages);
            json.Reference("valueReference", "#" + ContainedId);
            json.WriteEndObject();
        }

        RollupExtension.Write(json, report);
        json.WriteEndArray();
        json.WriteStartArray("identifier");
        json.Identifier(ReportIdentity.System, report.Identity.Value);
        json.WriteEndArray();
        json.WriteString("status", "complete");
        json.WriteString("type", "summary");
        json.WriteString("measure", report.Measure);
        json.WriteString("date", FhirJson.Moment(computedAt));
        OrganizationWriter.Reference(json, "reporter", report.Organisation);
        json.Period("period", report.Start, report.End);
        if (report.Kind == IndicatorKind.Fraction)
        {
            json.Concept("improvementNotation", Canonicals.ImprovementNotation, "increase");
        }

        Group(json, report);
        json.WriteEndObject();
    }

    private void Meta(Utf8JsonWriter json, RollupReport report)
    {
        json.WriteStartObject("meta");
        json.WriteStartArray("profile");
        json.WriteStringValue(_deqm.Summary);
        json.WriteEndArray();
        if (report.Sample || report.Rounded)
        {
            json.WriteStartArray("tag");
            if (report.Sample)
            {
                json.Coding(SampleTag.System, SampleTag.Code);
                json.Coding(Canonicals.ActReason, "HTEST");
            }

            if (report.Rounded)
            {
                json.Coding(RoundedTag.System, RoundedTag.Code);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>What a reader must know who knows none of our extensions.</summary>
    private static IEnumerable<string> Messages(RollupReport report)
    {
        var coverage = report.Coverage;
        if (report.Rounded)
        {
            yield return "Counts are rounded for the public, and the score is that of the rounded counts: not to be reused as exact.";
        }

        if (coverage is not null && coverage.Reporting < coverage.Expected)
        {
            yield return $"{coverage.Reporting} of {coverage.Expected} practices are in these sums.";
        }

        if (report.Rules.Count > 1)
        {
            yield return $"Practices used different versions of the rules: {string.Join(", ", report.Rules.Select(r => $"{r.Version} ({r.Practices})"))}.";
        }

        if (report.Sample)
        {
            yield return "Made from sample codes or sample patients: for trying out only.";
        }
    }

    private static void Contained(Utf8JsonWriter json, IEnumerable<string> messages)
    {
        json.WriteStartArray("contained");
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteString("id", ContainedId);
        json.WriteStartArray("issue");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("severity", "warning");
            json.WriteString("code", "incomplete");
            json.WriteStartObject("details");
            json.WriteString("text", message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Group(Utf8JsonWriter json, RollupReport report)
    {
        json.WriteStartArray("group");
        json.WriteStartObject();
        json.WriteString("id", ReportGroup.Id);
        json.LinkId(Canonicals.ReportLink + ".linkId", ReportGroup.Id);
        json.Concept("code", Canonicals.Indicator, report.Indicator, report.Title);
        Populations(json, report, report.Rollup.Counts, ".population.linkId");
        Score(json, report, report.Rollup.Counts);
        if (report.Rollup.Groups.Count > 0)
        {
            json.WriteStartArray("stratifier");
            foreach (var stratum in report.Rollup.Groups.GroupBy(g => g.Stratum))
            {
                Stratifier(json, report, stratum);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Stratifier(Utf8JsonWriter json, RollupReport report, IGrouping<string, ReportedGroup> stratum)
    {
        var labels = stratum.Key == ReportStrata.OutcomeLabel;
        json.WriteStartObject();
        json.WriteString("id", stratum.Key);
        json.LinkId(Canonicals.ReportLink + ".stratifier.linkId", stratum.Key);
        json.WriteStartArray("code");
        json.ConceptValue(Canonicals.Stratifier, stratum.Key, labels ? ReportStrata.OutcomeLabelTitle : null);
        json.WriteEndArray();
        json.WriteStartArray("stratum");
        foreach (var group in stratum)
        {
            json.WriteStartObject();
            json.Concept("value", labels ? Canonicals.OutcomeLabel : Canonicals.Stratum + stratum.Key, group.Group);
            Populations(json, report, group.Counts, ".stratifier.stratum.population.linkId");
            if (!labels)
            {
                Score(json, report, group.Counts);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Populations(Utf8JsonWriter json, RollupReport report, ReportedCounts counts, string link)
    {
        long[] numbers = [counts.Population, counts.Population, counts.Exclusions, counts.Adjusted, counts.Numerator];
        json.WriteStartArray("population");
        foreach (var (i, code) in Proportion.Take(report.Kind == IndicatorKind.Register ? 1 : Proportion.Length).Index())
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            json.LinkId(Canonicals.ReportLink + link, code);
            json.Concept("code", Canonicals.Population, code);
            json.WriteNumber("count", numbers[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Score(Utf8JsonWriter json, RollupReport report, ReportedCounts counts)
    {
        if (report.Kind == IndicatorKind.Fraction && counts.Denominator > 0 && counts.Numerator <= counts.Denominator)
        {
            json.WriteStartObject("measureScore");
            json.WriteNumber("value", FhirJson.Plain(Math.Round((decimal)counts.Numerator / counts.Denominator, 4, MidpointRounding.AwayFromZero)));
            json.WriteEndObject();
        }
    }
}
