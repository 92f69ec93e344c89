using System.Text;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;

namespace QofFhir.Service.Tests.Cds;

/// <summary>Calls of a clinical system about patients of the sample practice.</summary>
internal static class HookBody
{
    /// <summary>One with entries of many types.</summary>
    public const string Patient = "p000075";

    public static readonly (string Key, string Type)[] Keys =
    [
        ("registrations", "EpisodeOfCare"), ("conditions", "Condition"), ("observations", "Observation"), ("procedures", "Procedure"),
        ("medications", "MedicationRequest"), ("encounters", "Encounter"),
    ];

    public static readonly string[] Empty = ["allergies", "immunizations", "flags", "requests", "encounterReasons"];

    private static readonly Lazy<ILookup<(string Type, string Patient), string>> Records = new(() => Directory.GetFiles(SamplePractice.Folder, "*.ndjson")
        .SelectMany(f => File.ReadLines(f)).Select(l => (Json: JsonNode.Parse(l)!, Line: l))
        .ToLookup(r => ((string)r.Json["resourceType"]!, Whose(r.Json)), r => r.Line));

    /// <summary>With all of the prefetch.</summary>
    public static JsonObject Whole(string patient = Patient, string hook = "patient-view")
    {
        var body = Bare(patient, hook);
        var prefetch = new JsonObject { ["patient"] = JsonNode.Parse(Resources("Patient", patient).Single()) };
        foreach (var (key, type) in Keys)
        {
            prefetch[key] = Found([.. Resources(type, patient)]);
        }

        foreach (var key in Empty)
        {
            prefetch[key] = null;
        }

        body["prefetch"] = prefetch;
        return body;
    }

    /// <summary>Without any.</summary>
    public static JsonObject Bare(string patient = Patient, string hook = "patient-view") => new()
    {
        ["hook"] = hook,
        ["hookInstance"] = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        ["context"] = new JsonObject { ["userId"] = "Practitioner/p", ["patientId"] = patient },
    };

    /// <summary>Without any, naming a server to fetch it from.</summary>
    public static JsonObject From(Uri server, string? token = null, string patient = Patient)
    {
        var body = Bare(patient);
        body["fhirServer"] = server.ToString();
        if (token is not null)
        {
            body["fhirAuthorization"] = new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = 300, ["scope"] = "patient/*.rs", ["subject"] = "qof" };
        }

        return body;
    }

    public static JsonObject Found(params string[] resources) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["total"] = resources.Length,
        ["entry"] = new JsonArray([.. resources.Select(r => new JsonObject { ["resource"] = JsonNode.Parse(r) })]),
    };

    public static IEnumerable<string> Resources(string type, string patient = Patient) => Records.Value[(type, patient)];

    public static StringContent Json(this JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static string Whose(JsonNode resource) => (string?)(resource["subject"] ?? resource["patient"])?["reference"] is { } reference ? reference["Patient/".Length..] : (string)resource["id"]!;
}
