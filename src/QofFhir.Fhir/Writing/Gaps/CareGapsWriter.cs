using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Records;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>Writes gaps in care as FHIR R4 after DEQM, one Bundle a patient. Each call writes one JSON object, without a newline; equal arguments give equal bytes.</summary>
/// <remarks>The resources that decided are referred to and not in the Bundle. Reuses its buffer: not for use by several threads at once.</remarks>
public sealed class CareGapsWriter(MeasureReportSettings settings)
{
    private readonly GapsCanonicals _deqm = GapsCanonicals.Of(settings.Realm);
    private readonly ArrayBufferWriter<byte> _report = new();

    /// <summary>The canonical URL of the operation's definition.</summary>
    public static string Operation(DeqmRealm realm) => GapsCanonicals.Operation(realm);

    /// <exception cref="ArgumentException">There is no gap to tell of: such a patient has no Bundle.</exception>
    public void WriteBundle(IBufferWriter<byte> output, PatientGaps gaps)
    {
        using var json = FhirJson.To(output);
        Bundle(json, gaps);
    }

    /// <summary>Writes the operation's answer: Parameters with a Bundle for each patient, none for who has no gap to tell of.</summary>
    public void WriteParameters(IBufferWriter<byte> output, IReadOnlyList<PatientGaps> patients)
    {
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Parameters");
        if (patients.Any(p => p.Gaps.Count > 0))
        {
            json.WriteStartArray("parameter");
            foreach (var patient in patients.Where(p => p.Gaps.Count > 0))
            {
                json.WriteStartObject();
                json.WriteString("name", "return");
                json.WritePropertyName("resource");
                Bundle(json, patient);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Bundle(Utf8JsonWriter json, PatientGaps gaps)
    {
        if (gaps.Gaps.Count == 0)
        {
            throw new ArgumentException("There is no gap to tell of.", nameof(gaps));
        }

        (PatientGap Gap, Report Report, string Issue)[] sections =
            [.. gaps.Gaps.Select(g => GapReport.Of(settings, gaps, g)).Zip(gaps.Gaps, (r, g) => (g, r, Part(r.Identity, "gap")))];
        var sample = sections[0].Report.Sample;

        // A document is another one when anything that it says of the measures is.
        var id = Part(sections[0].Report.Identity, $"{FhirJson.Moment(gaps.ComputedAt)} {gaps.IsDocument} {string.Join(' ', gaps.Gaps.Select(g => g.Indicator.Id + g.Status))}");
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("id", id);

        // The profile of the US realm is of documents alone.
        ReportHead.Meta(json, gaps.IsDocument || settings.Realm != DeqmRealm.Us500 ? _deqm.Bundle : null, sample);
        json.WriteStartObject("identifier");
        json.WriteString("system", Canonicals.GapsId);
        json.WriteString("value", id);
        json.WriteEndObject();
        json.WriteString("type", gaps.IsDocument ? "document" : "collection");
        json.WriteString("timestamp", FhirJson.Moment(gaps.ComputedAt));
        json.WriteStartArray("entry");
        var server = gaps.Server.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";
        if (gaps.IsDocument)
        {
            Entry(json, $"{server}Composition/{id}", () => GapComposition.Write(json, id, gaps, sections, sample, _deqm));
        }

        foreach (var (gap, report, issue) in sections)
        {
            Entry(json, $"{server}DetectedIssue/{issue}", () => GapIssue.Write(json, issue, report, gaps, gap, _deqm));
            _report.ResetWrittenCount();
            GapReport.Write(_report, report, gaps, gap);
            Entry(json, $"{server}MeasureReport/{report.Identity.Id}", () => json.WriteRawValue(_report.WrittenSpan, skipInputValidation: true));
        }

        Entry(json, $"{server}Patient/{gaps.Patient.Id}", () => Patient(json, gaps.Patient, sample));
        var reporter = ReportIdentity.Reporter(sections[0].Report.Practice);
        Entry(json, $"{server}Organization/{reporter}", () => Organization(json, reporter, gaps.Practice));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Part(ReportIdentity identity, string part) => new ReportIdentity($"{identity.Value}:{part}").Id;

    private static void Entry(Utf8JsonWriter json, string fullUrl, Action resource)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", fullUrl);
        json.WritePropertyName("resource");
        resource();
        json.WriteEndObject();
    }

    /// <summary>What evaluation knows of the patient; the whole Patient is at the practice's server.</summary>
    private static void Patient(Utf8JsonWriter json, Patient patient, bool sample)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Patient");
        json.WriteString("id", patient.Id);
        ReportHead.Meta(json, null, sample);
        if (patient.Sex != Sex.NotKnown)
        {
            json.WriteString("gender", patient.Sex == Sex.Female ? "female" : "male");
        }

        if (!patient.BornOnUnknownDay)
        {
            json.WriteString("birthDate", FhirJson.Day(patient.Born));
        }

        json.WriteEndObject();
    }

    private static void Organization(Utf8JsonWriter json, string id, string? ods)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Organization");
        json.WriteString("id", id);
        if (ods is null)
        {
            json.WriteString("name", "Not known");
        }
        else
        {
            json.WriteStartArray("identifier");
            json.Identifier(Canonicals.OdsOrganization, ods);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
