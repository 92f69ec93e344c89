using System.Text.Json;
using QofFhir.Cli.Output;
using QofFhir.Core.Evaluation;
using QofFhir.Fhir.Writing;

namespace QofFhir.Cli.Explain;

/// <summary>The walk for programs: the same steps as on the page.</summary>
internal static class ExplainJson
{
    public static void Write(Utf8JsonWriter json, Explained explained)
    {
        var (dates, walk) = (explained.Dates, explained.Walk);
        json.WriteStartObject();
        json.WriteString("patient", explained.Patient.Id);
        json.WriteString("framework", explained.Framework.Id);
        json.WriteString("rules", explained.Framework.Rules);
        json.WriteString("indicator", explained.Indicator.Id);
        json.WriteString("title", explained.Indicator.Title);
        json.WriteString("evaluability", explained.Indicator.Evaluability.Name);
        json.WriteString("achievementDate", Words.Day(dates.AchievementDate));
        json.WriteBoolean("sampleCodes", explained.Framework.SampleCodes);
        json.WriteBoolean("onPracticeList", walk.OnList);
        json.WriteStartArray("registers");
        foreach (var register in walk.Registers)
        {
            json.WriteStartObject();
            json.WriteString("name", register.Register.Name);
            json.WriteString("title", register.Register.Title);
            json.WriteBoolean("on", register.On);
            json.WriteStartArray("rows");
            register.Rows.ToList().ForEach(r => Row(json, explained, r, r.Name, null));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var (rule, walked) in explained.WalkedRows)
        {
            Row(json, explained, walked, rule.End.ToString().ToLowerInvariant(), rule);
        }

        json.WriteEndArray();
        json.WriteNumber("rowsNotAsked", explained.RowsNotReached);
        if (walk.Outcome is { } outcome)
        {
            Outcome(json, outcome, explained);
        }
        else
        {
            json.WriteNull("outcome");
        }

        json.WriteEndObject();
    }

    private static void Outcome(Utf8JsonWriter json, Outcome outcome, Explained explained)
    {
        var clinical = explained.Walk.Clinical;
        json.WriteStartObject("outcome");
        json.WriteString("outcome", outcome.Name);
        json.WriteString("row", outcome.Row?.Name);
        json.WriteString("rule", outcome.Row?.Rule);
        json.WriteString("reason", outcome is Outcome.Adjusted adjusted ? CodeNames.Of(adjusted.Reason) : null);
        json.WriteBoolean("countsAgainstPractice", outcome.CountsAgainstPractice);
        json.WriteBoolean("careOutstanding", outcome.CareOutstanding);
        json.WriteBoolean("dueForYear", outcome.CareOutstanding);
        json.WriteString("yearEndsOn", Words.Day(explained.Dates.PaymentPeriodEnd));
        json.WriteString("clinicallyDue", CodeNames.Of(clinical.Due));
        json.WriteString("lapsesOn", clinical.LapsesOn is { } day ? Words.Day(day) : null);
        json.WriteBoolean("leaves", clinical.Leaves);
        json.WriteStartArray("sentences");
        json.WriteStringValue(Verdict.Outcome(outcome));
        json.WriteStringValue("Payment: " + Verdict.Payment(outcome));
        json.WriteStringValue("Care: " + Verdict.Care(outcome));
        json.WriteStringValue("Due for the year: " + Verdict.Year(outcome, explained.Dates));
        json.WriteStringValue("Clinically: " + Verdict.Clinically(clinical, explained.Dates.AchievementDate));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, Explained explained, WalkedRow row, string end, Core.Rules.Row? rule)
    {
        json.WriteStartObject();
        json.WriteString("end", end);
        json.WriteString("label", rule?.Label);
        json.WriteString("reason", rule?.Reason is { } reason ? CodeNames.Of(reason) : null);
        json.WriteString("rule", row.Rule);
        json.WriteString("source", row.Source.Document);
        json.WriteString("certainty", CodeNames.Of(row.Source.Certainty));
        json.WriteBoolean("held", row.Held);
        json.WriteStartArray("lines");
        foreach (var line in row.Lines)
        {
            json.WriteStartObject();
            json.WriteString("condition", line.Text);
            json.WriteBoolean("held", line.Held);
            json.WriteStartArray("fields");
            explained.FactsIn(line.Text).Concat(line.Fields).ToList().ForEach(f => Field(json, f));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, FieldValue field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("definition", field.Definition);
        json.WriteString("on", field.On is { } on ? Words.Day(on) : null);
        json.WriteString("value", field.Value);
        json.WriteStartArray("sources");
        field.Sources.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
