using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Fhir.Reading.Cds;

namespace QofFhir.Tests.Fhir.Reading.Cds;

/// <summary>Requests to change, and what is read of them.</summary>
internal static class HookText
{
    public const string Whole = """
        {"hook":"order-select","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","fhirServer":"https://ehr.example/fhir",
         "fhirAuthorization":{"access_token":"secret-token","token_type":"Bearer","expires_in":300,"scope":"patient/*.rs","subject":"qof","patient":"p1"},
         "context":{"userId":"PractitionerRole/r1","patientId":"p1","encounterId":"e1","selections":["MedicationRequest/m1"],
          "draftOrders":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"MedicationRequest","id":"m1","subject":{"reference":"Patient/p1"}}}]}},
         "prefetch":{"patient":{"resourceType":"Patient","id":"p1"},
          "conditions":{"resourceType":"Bundle","type":"searchset","total":1,"entry":[{"fullUrl":"https://ehr.example/fhir/Condition/c1","resource":{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"}},"search":{"mode":"match"}}]},
          "other":{"resourceType":"Flag","id":"f1","subject":{"reference":"Patient/p1"}}},
         "extension":{"org.example.qoffhir.role":"Nurse"}}
        """;

    public static readonly string[] Keys = ["patient", "conditions", "observations"];

    public static HookReading Read(string json, int most = 5000) => Read(Encoding.UTF8.GetBytes(json), most);

    public static HookReading Read(byte[] json, int most = 5000) => new HookRequestReader(["order-select", "patient-view"], Keys, most).Read(json);

    /// <summary>The whole request with changes: <c>path=JSON</c>, or <c>path</c> alone to remove it. A number is a place in a list.</summary>
    public static string With(params string[] changes)
    {
        var root = JsonNode.Parse(Whole)!;
        foreach (var change in changes)
        {
            var parts = change.Split('=', 2);
            var path = parts[0].Split('/');
            var parent = path[..^1].Aggregate(root, (node, name) => int.TryParse(name, out var at) ? node[at]! : node[name]!);
            if (int.TryParse(path[^1], out var last))
            {
                parent[last] = JsonNode.Parse(parts[1]);
            }
            else if (parts.Length == 1)
            {
                parent.AsObject().Remove(path[^1]);
            }
            else
            {
                parent[path[^1]] = JsonNode.Parse(parts[1]);
            }
        }

        return root.ToJsonString();
    }
}
