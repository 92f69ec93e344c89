using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Recall;

namespace QofFhir.Fhir.Writing.Recall;

/// <summary>Writes whom a practice recalls as FHIR R4: a Group of its patients, and a List that says for what, in its order. Both hold those to be recalled and nobody else; a note counts the others.</summary>
/// <remarks>Each call writes one JSON object, without a newline; equal arguments give equal bytes.</remarks>
/// <param name="sampleData">True marks them as made up.</param>
public sealed class WorklistWriter(bool sampleData)
{
    /// <summary>An id has 64 signs at most.</summary>
    private const int MostOfPractice = 40;

    /// <summary>The id of both resources: the practice and the day.</summary>
    public static string IdOf(Worklist worklist)
    {
        ArgumentNullException.ThrowIfNull(worklist);
        return $"recall-{(worklist.Practice is { } practice ? string.Concat(practice.Where(char.IsAsciiLetterOrDigit).Take(MostOfPractice)) + "-" : "")}{FhirJson.Day(worklist.Today)}";
    }

    public void WriteGroup(IBufferWriter<byte> output, Worklist worklist)
    {
        using var json = FhirJson.To(output);
        Open(json, "Group", worklist);
        json.WriteBoolean("active", true);
        json.WriteString("type", "person");
        json.WriteBoolean("actual", true);
        json.WriteString("name", Title(worklist));
        json.WriteNumber("quantity", worklist.Patients.Count);
        if (worklist.Practice is { } practice)
        {
            json.Reference("managingEntity", "Organization/" + practice);
        }

        if (worklist.Patients.Count > 0)
        {
            json.WriteStartArray("member");
            foreach (var patient in worklist.Patients)
            {
                json.WriteStartObject();
                json.Reference("entity", "Patient/" + patient.Person.Id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public void WriteList(IBufferWriter<byte> output, Worklist worklist)
    {
        using var json = FhirJson.To(output);
        Open(json, "List", worklist);
        json.WriteString("status", "current");
        json.WriteString("mode", "snapshot");
        json.WriteString("title", Title(worklist));
        json.WriteString("date", FhirJson.Day(worklist.Today));
        json.WriteStartArray("note");
        foreach (var note in Notes(worklist))
        {
            json.WriteStartObject();
            json.WriteString("text", note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (worklist.Patients.Count == 0)
        {
            json.Concept("emptyReason", Canonicals.ListEmptyReason, worklist.NotEvaluated.Count > 0 ? "unavailable" : "nilknown");
            json.WriteEndObject();
            return;
        }

        json.WriteStartArray("entry");
        foreach (var patient in worklist.Patients)
        {
            json.WriteStartObject();
            Flag(json, patient, worklist.Today);
            json.Reference("item", "Patient/" + patient.Person.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The indicators as codes; where they stand, what visits settle them and which invitations count as text.</summary>
    private static void Flag(Utf8JsonWriter json, RecallPatient patient, DateOnly today)
    {
        json.WriteStartObject("flag");
        json.WriteStartArray("coding");
        foreach (var item in patient.Items)
        {
            json.Coding(Canonicals.Indicator, item.Prompt.Indicator.Id, item.Prompt.Indicator.Title);
        }

        json.WriteEndArray();
        string[] texts =
        [
            .. patient.Items.Select(Text),
            .. patient.Sittings.Where(s => s.Sitting is not null).Select(s => $"{s.Sitting!.Title}: {string.Join(", ", s.Care.Select(c => c.Title))}"),
            .. patient.Unsuitable.Select(c => $"{c.Title}: unsuitable by the record, not to be offered"),
            .. patient.Invitations.Select(i => $"{string.Join(", ", i.Indicators)}: {RecallWords.TextOf(i.Of, today)}"),
            .. patient.Notes.Select(n => n.Text),
        ];
        json.WriteString("text", string.Join(". ", texts) + ".");
        json.WriteEndObject();
    }

    private static string Text(RecallItem item) => $"{item.Prompt.Indicator.Id} {RecallWords.NameOf(item.Prompt.State)}"
        + (item.Prompt.Adjustment is { } adjustment ? $" ({CodeNames.Of(adjustment.Reason)})" : "")
        + (item.Since is { } since ? $" since {FhirJson.Day(since)}" : "")
        + (item.Prompt.NextDue is { } next ? $", lapses {FhirJson.Day(next)}" : "")
        + (item.InTimeTo is { } inTime ? $", in time to {FhirJson.Day(inTime)}" : "");

    private static IEnumerable<string> Notes(Worklist worklist)
    {
        var counts = worklist.Counts;
        yield return $"By the rules of {worklist.Framework.Id}, {worklist.Framework.Rules}. Of {counts.ListSize} on the list {counts.Listed} are to be recalled; not in this list: {counts.Booked} with an appointment to come, "
            + $"{counts.DecidedAgainst} for whom everything open is unsuitable or who chose not to, {counts.Later} whose care lapses later, {counts.NothingOpen} with nothing open, {counts.OtherMonths} born in other months.";
        if (worklist.NotEvaluated.Count > 0)
        {
            yield return $"Not evaluated, so that patients may be missing: {string.Join(", ", worklist.NotEvaluated)}.";
        }

        if (worklist.OutsideItsYear)
        {
            yield return $"{FhirJson.Day(worklist.Today)} lies outside the year of these rules.";
        }
    }

    private static string Title(Worklist worklist) =>
        $"To be recalled{(worklist.Practice is { } practice ? " by " + practice : "")} on {FhirJson.Day(worklist.Today)}";

    private void Open(Utf8JsonWriter json, string type, Worklist worklist)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", type);
        json.WriteString("id", IdOf(worklist));
        ReportHead.Meta(json, null, sampleData);
    }
}
