using System.Text.Json;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>Why a gap is open although the patient does not count against the practice, as DEQM's remark on the group of the report.</summary>
internal static class GapRemark
{
    public static void Write(Utf8JsonWriter json, PatientGaps gaps, PatientGap gap, RecordedAdjustment adjustment, GapsCanonicals deqm)
    {
        json.StartComplexExtension(deqm.Remark);
        Author(json, gaps);
        if (adjustment.On is { } on)
        {
            json.StartExtension("authorDatetime");
            json.WriteString("valueDateTime", FhirJson.Day(on));
            json.WriteEndObject();
        }

        json.StringExtension("text", GapText.Adjustment(gap, adjustment, gaps));
        json.StartExtension("code");
        json.WriteStartObject("valueCodeableConcept");
        json.WriteStartArray("coding");
        if (adjustment.Reason == AdjustmentReason.PatientChoseNotTo)
        {
            json.Coding(deqm.RemarkCodes, "patient-refused", "Patient refused");
        }

        // The other codes of DEQM say what happened to the report, not why care was not given.
        json.Coding(Canonicals.QofWord, CodeNames.Of(adjustment.Reason));
        json.Coding(Canonicals.OutcomeLabel, adjustment.Label);
        json.WriteEndArray();
        json.WriteString("text", GapText.Reason(adjustment.Reason));
        json.WriteEndObject();
        json.WriteEndObject();
        json.EndComplexExtension();
    }

    /// <summary>DEQM wants to know who remarks: the practice did, when it recorded the adjustment.</summary>
    private static void Author(Utf8JsonWriter json, PatientGaps gaps)
    {
        if (gaps.Practice is not { } ods)
        {
            json.StringExtension("authorSoftware", "QofFhir");
            return;
        }

        json.StartExtension("authorOrganization");
        json.WriteStartObject("valueIdentifier");
        json.WriteString("system", Canonicals.OdsOrganization);
        json.WriteString("value", ods);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
