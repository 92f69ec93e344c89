using System.Buffers;
using System.Globalization;
using System.Text.Json;
using QofFhir.Core.Improvement;
using QofFhir.Fhir.Publishing;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>Writes a module as a FHIR R4 PlanDefinition: an action for each indicator, of which all parts must be done, and in it an action for each requirement.</summary>
public static class PlanDefinitionWriter
{
    private const string Types = "http://terminology.hl7.org/CodeSystem/plan-definition-type";

    /// <summary>Writes one JSON object without a newline; equal arguments give equal bytes.</summary>
    public static void Write(IBufferWriter<byte> output, ImprovementModule module)
    {
        var identity = ModuleIdentity.Of(module);
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "PlanDefinition");
        json.WriteString("id", identity.Id);
        json.WriteString("url", identity.PlanUrl);
        json.WriteString("version", identity.Version);
        json.WriteString("name", MeasureIdentity.NameOf(identity.Id));
        json.WriteString("title", module.Title);
        json.Concept("type", Types, "workflow-definition");
        json.WriteString("status", "active");
        json.WriteBoolean("experimental", module.Measures?.SampleCodes ?? false);
        json.Concept("subjectCodeableConcept", Canonicals.ResourceTypes, "Organization");
        json.WriteString("publisher", module.Local ? "A network" : "QofFhir");
        json.WriteString("description", $"Quality improvement module: {module.Title}.");
        if (module.Years.Count > 0)
        {
            json.Period("effectivePeriod", module.Years.Min(), module.Years.Max().AddYears(1).AddDays(-1));
        }

        json.WriteStartArray("relatedArtifact");
        json.Document("documentation", module.Source.Document);
        foreach (var measure in PlanCheck.MeasuresOf(module))
        {
            json.WriteStartObject();
            json.WriteString("type", "depends-on");
            json.WriteString("resource", MeasureIdentity.Of(module.Measures!, measure).VersionedUrl);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Actions(json, module, identity);
        json.WriteEndObject();
    }

    private static void Actions(Utf8JsonWriter json, ImprovementModule module, ModuleIdentity identity)
    {
        Requirement[] unpaid = [.. module.Requirements.Where(r => module.Indicators.All(i => !i.Requirements.Contains(r.Id)))];
        if (unpaid.Length + module.Indicators.Count == 0)
        {
            return;
        }

        json.WriteStartArray("action");
        foreach (var indicator in module.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("id", indicator.Id);
            json.WriteString("title", $"{indicator.Id}: {indicator.Title}");
            json.WriteString("textEquivalent", indicator.Points is { } points
                ? $"{FhirJson.Plain(points)} points when all of it is done, else none."
                : "All of it is to be done; how many points it earned is not known here.");
            Requirement[] asked = [.. module.Requirements.Where(r => indicator.Requirements.Contains(r.Id))];
            if (asked.Length > 0)
            {
                json.WriteString("selectionBehavior", "all");
                json.WriteStartArray("action");
                foreach (var requirement in asked)
                {
                    Action(json, $"{indicator.Id}.{requirement.Id}", requirement, identity);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        foreach (var requirement in unpaid)
        {
            Action(json, requirement.Id, requirement, identity);
        }

        json.WriteEndArray();
    }

    private static void Action(Utf8JsonWriter json, string id, Requirement requirement, ModuleIdentity identity)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("title", requirement.Id);
        json.WriteString("description", requirement.Text);
        json.WriteStartArray("documentation");
        json.Document("documentation", requirement.Source.Document);
        json.WriteEndArray();
        if (requirement.Kind == RequirementKind.Template)
        {
            json.WriteString("definitionCanonical", identity.VersionedQuestionnaire);
        }

        json.WriteEndObject();
    }
}
