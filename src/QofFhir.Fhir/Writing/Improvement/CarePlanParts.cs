using System.Globalization;
using System.Text.Json;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Improvement;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>The CarePlan of a practice's plan, its Goals, and whom they are for: the group of patients that the practice looks after, of whom none is named.</summary>
internal static class CarePlanParts
{
    private const string Achievement = "http://terminology.hl7.org/CodeSystem/goal-achievement";

    /// <param name="reports">Ids of the reports that are told beside it.</param>
    public static void Plan(Utf8JsonWriter json, ImprovementRecord record, HashSet<string> reports, bool sample)
    {
        var plan = record.Plan;
        Open(json, "CarePlan", record.Part("care-plan"), sample);
        json.WriteStartArray("instantiatesCanonical");
        json.WriteStringValue(ModuleIdentity.Of(record.Module).VersionedPlan);
        json.WriteEndArray();
        json.WriteString("status", record.On > plan.YearEnd ? "completed" : "active");
        json.WriteString("intent", "plan");
        json.WriteString("title", record.Module.Title);
        json.Reference("subject", record.Group);
        json.Period("period", plan.YearStart, plan.YearEnd);
        json.Reference("author", record.Practice);
        References(json, "supportingInfo",
        [
            .. plan.Answers.Count > 0 ? ["QuestionnaireResponse/" + record.Part("template")] : Array.Empty<string>(),
            .. plan.Meetings.Select(m => "Composition/" + record.Part("meeting:" + m.Id)),
        ]);
        References(json, "goal", plan.Objectives.Select(o => "Goal/" + record.Part("goal:" + o.Id)));
        if (plan.Cycles.Count > 0)
        {
            var shared = SharedText.Of(plan);
            json.WriteStartArray("activity");
            foreach (var cycle in plan.Cycles)
            {
                json.WriteStartObject();
                References(json, "outcomeReference", plan.Measurements.Where(m => cycle.Results.Contains(m.Id)).Select(m => Report(record, m)).OfType<string>().Where(reports.Contains).Select(id => "MeasureReport/" + id));
                SharedText.Annotations(json, "progress", shared[cycle.Id].Select(t => $"{Capital(t.Field)}: {t.Text}"));
                Detail(json, record, cycle);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static void Goal(Utf8JsonWriter json, ImprovementRecord record, Objective objective, bool sample)
    {
        var until = objective.By < record.On ? objective.By : record.On;
        var reached = record.Plan.LatestOf(objective.Measure, until) is { } latest ? objective.IsReachedBy(latest) : null;
        var over = record.On > objective.By;
        var target = string.Create(CultureInfo.InvariantCulture, $"{FhirJson.Plain(objective.Target)} %");
        Open(json, "Goal", record.Part("goal:" + objective.Id), sample);
        json.WriteString("lifecycleStatus", over ? "completed" : "active");
        json.Concept("achievementStatus", Achievement, reached == true ? "achieved" : over ? "not-achieved" : "in-progress");
        json.WriteStartObject("description");
        json.WriteString("text", $"{record.Title(objective.Measure)}: {target} or {(objective.Direction == Direction.Higher ? "more" : "less")} by {FhirJson.Day(objective.By)}");
        json.WriteEndObject();
        json.Reference("subject", record.Group);
        json.WriteString("startDate", FhirJson.Day(objective.SetOn));
        json.WriteStartArray("target");
        json.WriteStartObject();
        json.Concept("measure", Canonicals.Indicator, objective.Measure);
        json.WriteStartObject("detailRange");
        json.WriteStartObject(objective.Direction == Direction.Higher ? "low" : "high");
        json.WriteNumber("value", FhirJson.Plain(objective.Target));
        json.WriteString("unit", "%");
        json.WriteString("system", "http://unitsofmeasure.org");
        json.WriteString("code", "%");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("dueDate", FhirJson.Day(objective.By));
        json.WriteEndObject();
        json.WriteEndArray();
        json.Reference("expressedBy", record.Practice);
        SharedText.Annotations(json, "note", SharedText.Of(record.Plan)[objective.Id].Select(t => t.Text));
        json.WriteEndObject();
    }

    public static void Group(Utf8JsonWriter json, ImprovementRecord record, bool sample)
    {
        Open(json, "Group", record.Group["Group/".Length..], sample);
        json.WriteString("type", "person");
        json.WriteBoolean("actual", true);
        json.WriteString("name", $"Patients registered with {record.Plan.Practice}");
        json.Reference("managingEntity", record.Practice);
        json.WriteStartArray("characteristic");
        json.WriteStartObject();
        json.WriteStartObject("code");
        json.WriteString("text", "Registered with");
        json.WriteEndObject();
        json.Reference("valueReference", record.Practice);
        json.WriteBoolean("exclude", false);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Organization(Utf8JsonWriter json, ImprovementRecord record, bool sample)
    {
        Open(json, "Organization", record.Plan.Practice, sample);
        json.WriteStartArray("identifier");
        json.Identifier(Canonicals.OdsOrganization, record.Plan.Practice);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Detail(Utf8JsonWriter json, ImprovementRecord record, PdsaCycle cycle)
    {
        json.WriteStartObject("detail");
        json.WriteString("kind", "Task");
        json.WriteStartObject("code");
        json.WriteString("text", "Plan-Do-Study-Act cycle");
        json.WriteEndObject();
        json.WriteString("status", cycle.Ended is null ? "in-progress" : "completed");
        json.WriteStartObject("scheduledPeriod");
        json.WriteString("start", FhirJson.Day(cycle.Started));
        if (cycle.Ended is { } ended)
        {
            json.WriteString("end", FhirJson.Day(ended));
        }

        json.WriteEndObject();
        References(json, "performer", [record.Practice]);
        json.WriteEndObject();
    }

    /// <summary>The id of the report that was written when a measurement was made.</summary>
    private static string? Report(ImprovementRecord record, Measurement measurement)
    {
        if (record.Module.Measures is not { } measures)
        {
            return null;
        }

        var dates = ServiceDates.Year(measurement.On);
        return ReportIdentity.Of(record.Plan.Practice, measures.Id, measurement.Measure, dates.PaymentPeriodStart, dates.PaymentPeriodEnd, dates.AchievementDate).Id;
    }

    private static void Open(Utf8JsonWriter json, string type, string id, bool sample)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", type);
        json.WriteString("id", id);
        ReportHead.Meta(json, null, sample);
    }

    private static void References(Utf8JsonWriter json, string name, IEnumerable<string> references)
    {
        string[] all = [.. references];
        if (all.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var reference in all)
        {
            json.WriteStartObject();
            json.WriteString("reference", reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Capital(string field) => char.ToUpperInvariant(field[0]) + field[1..];
}
