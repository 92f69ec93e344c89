using System.Text.Json;

namespace QofFhir.Fhir.Writing;

/// <summary>The contained Lists of a subject-list report, one a population; entries are the patients' individual reports.</summary>
internal static class SubjectLists
{
    public static string ContainedId(Population population) => "list-" + population.Code;

    /// <param name="patientId">The Patient's id by its place in the practice's records.</param>
    public static void Write(Utf8JsonWriter json, Report report, Func<int, string> patientId)
    {
        foreach (var population in report.Populations)
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "List");
            json.WriteString("id", ContainedId(population));
            json.WriteStartObject("meta");
            json.WriteStartArray("profile");
            json.WriteStringValue(report.Deqm.IndividualList);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteString("status", "current");
            json.WriteString("mode", "snapshot");
            Entries(json, report, population, patientId);
            json.WriteEndObject();
        }
    }

    private static void Entries(Utf8JsonWriter json, Report report, Population population, Func<int, string> patientId)
    {
        var empty = true;
        foreach (var (patient, outcome) in report.Evaluated ? report.Result.Outcomes : [])
        {
            if (!population.Holds(outcome))
            {
                continue;
            }

            if (empty)
            {
                json.WriteStartArray("entry");
                empty = false;
            }

            var individual = ReportIdentity.Individual(
                report.Practice, report.Result.Indicator, patientId(patient), report.Settings.PatientKey);
            json.WriteStartObject();
            json.Reference("item", "MeasureReport/" + individual.Id);
            json.WriteEndObject();
        }

        if (empty)
        {
            json.Concept("emptyReason", Canonicals.ListEmptyReason, report.Evaluated ? "nilknown" : "unavailable");
        }
        else
        {
            json.WriteEndArray();
        }
    }
}
