using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Collection;

/// <summary>A summary report of DM020 as another system than ours would send it: what the profile asks for and no more.</summary>
internal sealed record ReportText(string Practice)
{
    public string Indicator { get; init; } = "DM020";

    public string Version { get; init; } = "51.2";

    public string Computed { get; init; } = "2026-11-29T12:00:00Z";

    public string Achieved { get; init; } = "2026-11-28";

    public int Population { get; init; } = 100;

    public int Exclusions { get; init; } = 10;

    public int Adjusted { get; init; } = 5;

    public int Numerator { get; init; } = 40;

    public string Identity => $"{Practice}:qof-england-2026-27:{Indicator}:2026-04-01:2027-03-31:{Achieved}";

    public string Id => new QofFhir.Fhir.Writing.ReportIdentity(Identity).Id;

    public JsonObject Json()
    {
        (string Code, int Count)[] populations =
        [
            ("initial-population", Population), ("denominator", Population), ("denominator-exclusion", Exclusions), ("denominator-exception", Adjusted), ("numerator", Numerator),
        ];
        var link = "http://hl7.org/fhir/5.0/StructureDefinition/extension-MeasureReport.group";
        return JsonNode.Parse(
            $$"""
            {
              "resourceType": "MeasureReport",
              "meta": { "profile": ["http://hl7.org/fhir/uv/deqm/StructureDefinition/deqm-summarymeasurereport"] },
              "extension": [
                { "url": "http://hl7.org/fhir/uv/deqm/StructureDefinition/deqm-measureScoring",
                  "valueCodeableConcept": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/measure-scoring", "code": "proportion" }] } },
                { "url": "https://qoffhir.example.org/fhir/StructureDefinition/qof-result", "extension": [
                    { "url": "framework", "valueString": "qof-england-2026-27" }, { "url": "achievementDate", "valueDate": "{{Achieved}}" }] }
              ],
              "identifier": [{ "system": "https://qoffhir.example.org/Id/measure-report", "value": "{{Identity}}" }],
              "status": "complete", "type": "summary",
              "measure": "https://qoffhir.example.org/fhir/Measure/qof-england-2026-27-{{Indicator.ToLowerInvariant()}}|{{Version}}",
              "date": "{{Computed}}",
              "reporter": { "reference": "Organization/{{Practice}}", "identifier": { "system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "{{Practice}}" } },
              "period": { "start": "2026-04-01", "end": "2027-03-31" },
              "improvementNotation": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/measure-improvement-notation", "code": "increase" }] },
              "group": [{
                "id": "g1", "extension": [{ "url": "{{link}}.linkId", "valueString": "g1" }],
                "code": { "coding": [{ "system": "https://qoffhir.example.org/fhir/CodeSystem/indicator", "code": "{{Indicator}}" }] },
                "population": [{{string.Join(",", populations.Select(p => $$"""
                  { "id": "{{p.Code}}", "extension": [{ "url": "{{link}}.population.linkId", "valueString": "{{p.Code}}" }],
                    "code": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/measure-population", "code": "{{p.Code}}" }] }, "count": {{p.Count}} }
                  """))}}]
              }]
            }
            """)!.AsObject();
    }

    public JsonObject Entry() => new()
    {
        ["fullUrl"] = $"urn:uuid:{Guid.Parse(Id)}",
        ["resource"] = Json(),
        ["request"] = new JsonObject { ["method"] = "PUT", ["url"] = $"MeasureReport?identifier=https://qoffhir.example.org/Id/measure-report|{Identity}" },
    };

    public static JsonObject Bundle(string type, params IEnumerable<JsonObject> entries) =>
        new() { ["resourceType"] = "Bundle", ["type"] = type, ["entry"] = new JsonArray([.. entries]) };
}
