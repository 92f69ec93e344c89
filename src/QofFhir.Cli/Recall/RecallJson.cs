using System.Text.Json;
using QofFhir.Cli.Output;
using QofFhir.Core.Recall;

namespace QofFhir.Cli.Recall;

/// <summary>A worklist as JSON: its tables under their names, and the counts.</summary>
internal static class RecallJson
{
    public static void Write(Utf8JsonWriter json, Worklist worklist, IReadOnlyList<string> warnings)
    {
        var counts = worklist.Counts;
        json.WriteStartObject();
        json.WriteString("framework", worklist.Framework.Id);
        json.WriteString("rules", worklist.Framework.Rules);
        json.WriteString("practice", worklist.Practice);
        json.WriteString("today", Words.Day(worklist.Today));
        json.WriteStartObject("counts");
        json.WriteNumber("listSize", counts.ListSize);
        json.WriteNumber("listed", counts.Listed);
        json.WriteNumber("booked", counts.Booked);
        json.WriteNumber("decidedAgainst", counts.DecidedAgainst);
        json.WriteNumber("later", counts.Later);
        json.WriteNumber("nothingOpen", counts.NothingOpen);
        json.WriteNumber("otherMonths", counts.OtherMonths);
        json.WriteEndObject();
        json.WriteStartArray("warnings");
        warnings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WritePropertyName("patients");
        Sheet(RecallSheet.ByPatient(worklist)).WriteJson(json);
        json.WritePropertyName("sittings");
        Sheet(RecallSheet.BySitting(worklist)).WriteJson(json);
        json.WritePropertyName("indicators");
        Sheet(RecallSheet.ByIndicator(worklist)).WriteJson(json);
        json.WriteEndObject();
    }

    public static Sheet Sheet(RecallSheet table)
    {
        var sheet = new Sheet(table.Columns);
        table.Rows.ToList().ForEach(row => sheet.Add([.. row]));
        return sheet;
    }
}
