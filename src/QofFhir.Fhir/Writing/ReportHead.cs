using System.Text.Json;
using QofFhir.Core.Achievement;

namespace QofFhir.Fhir.Writing;

/// <summary>All of a MeasureReport that stands before its group.</summary>
internal static class ReportHead
{
    /// <summary>Writes <c>resourceType</c>, <c>id</c> and <c>meta</c>; what is contained comes next.</summary>
    public static void Open(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "MeasureReport");
        json.WriteString("id", report.Identity.Id);
        Meta(json, report.Profile, report.Sample);
    }

    /// <summary>Writes which profile the resource follows, if any, and that it is made up where it is; nothing when there is nothing to say.</summary>
    public static void Meta(Utf8JsonWriter json, string? profile, bool sample)
    {
        if (profile is null && !sample)
        {
            return;
        }

        json.WriteStartObject("meta");
        if (profile is not null)
        {
            json.WriteStartArray("profile");
            json.WriteStringValue(profile);
            json.WriteEndArray();
        }

        if (sample)
        {
            json.WriteStartArray("tag");
            json.Coding(SampleTag.System, SampleTag.Code);
            json.Coding(Canonicals.ActReason, "HTEST");
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the elements from <c>extension</c> to <c>improvementNotation</c>.</summary>
    public static void Write(
        Utf8JsonWriter json, Report report, string? subject, bool messages, IndividualResult? individual = null)
    {
        json.WriteStartArray("extension");
        Scoring(json, report);
        if (messages)
        {
            json.StartExtension(Canonicals.Messages);
            json.Reference("valueReference", "#" + ReportMessages.ContainedId);
            json.WriteEndObject();
        }

        QofResultExtension.Write(json, report);
        if (individual is not null)
        {
            PatientOutcomeExtension.Write(json, individual);
        }

        json.WriteEndArray();

        Identifier(json, report.Identity);
        json.WriteString("status", report.Evaluated ? "complete" : "error");
        json.WriteString("type", report.TypeCode);
        json.WriteString("measure", MeasureIdentity.Of(report.Practice.Framework, report.Result.Indicator).VersionedUrl);
        if (subject is not null)
        {
            json.Reference("subject", subject);
        }

        json.WriteString("date", FhirJson.Moment(report.ComputedAt));
        Reporter(json, report.Practice);
        json.Period("period", report.Practice.Dates.PaymentPeriodStart, report.Practice.Dates.PaymentPeriodEnd);
        if (report.Result.Indicator.Kind == IndicatorKind.Fraction)
        {
            // In every indicator of the framework more is better.
            json.Concept("improvementNotation", Canonicals.ImprovementNotation, "increase");
        }
    }

    private static void Scoring(Utf8JsonWriter json, Report report)
    {
        json.StartExtension(report.Deqm.MeasureScoring);
        json.Concept("valueCodeableConcept", Canonicals.Scoring, CodeNames.Scoring(report.Result.Indicator.Kind));
        json.WriteEndObject();
    }

    private static void Identifier(Utf8JsonWriter json, ReportIdentity identity)
    {
        json.WriteStartArray("identifier");
        json.WriteStartObject();
        json.WriteString("system", ReportIdentity.System);
        json.WriteString("value", identity.Value);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Reporter(Utf8JsonWriter json, PracticeResult practice)
    {
        json.WriteStartObject("reporter");
        json.WriteString("reference", "Organization/" + ReportIdentity.Reporter(practice));
        json.WriteString("type", "Organization");
        if (practice.Practice is { } ods)
        {
            json.WriteStartObject("identifier");
            json.WriteString("system", Canonicals.OdsOrganization);
            json.WriteString("value", ods);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
