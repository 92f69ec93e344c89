using System.Text.Json.Nodes;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>Ways to break a good report, each with the check that must refuse it.</summary>
/// <param name="Of">The type of report that is broken.</param>
internal sealed record BrokenReports(string Name, string Of, string Check, Action<JsonObject> Change)
{
    public static IReadOnlyList<BrokenReports> All { get; } =
    [
        new("no status", "summary", "medplum", r => r.Remove("status")),
        new("unknown status", "summary", "solara", r => r["status"] = "done"),
        new("unknown type", "summary", "solara", r => r["type"] = "sumary"),
        new("type of another profile", "summary", "deqm-profile", r => r["type"] = "individual"),
        new("no period", "summary", "medplum", r => r.Remove("period")),
        new("data collection with counts", "summary", "medplum", r => r["type"] = "data-collection"),
        new("element that does not exist", "summary", "medplum", r => r["score"] = 1),
        new("count as text", "summary", "medplum", r => Population(r, 0)["count"] = "5"),
        new("date that is none", "summary", "medplum", r => r["date"] = "yesterday"),
        new("month 13", "summary", "medplum", r => r["period"]!["end"] = "2027-13-31"),
        new("id with a bar", "summary", "solara", r => r["id"] = "a|b"),
        new("extension with value and parts", "summary", "medplum", r => Result(r)["valueString"] = "both"),
        new("unversioned measure", "summary", "deqm-0", r => r["measure"] = r["measure"]!.GetValue<string>().Split('|')[0]),
        new("period to the month", "summary", "deqm-1", r => r["period"]!["start"] = "2026-04"),
        new("period that ends before it starts", "summary", "per-1", r => r["period"]!["end"] = "2026-01-01"),
        new("proportion without improvement notation", "summary", "deqm-2", r => r.Remove("improvementNotation")),
        new("improvement sideways", "summary", "deqm-2", r => r["improvementNotation"]!["coding"]![0]!["code"] = "sideways"),
        new("no scoring", "summary", "deqm-3", r => r["extension"]!.AsArray().RemoveAt(0)),
        new("scoring on root and group", "summary", "deqm-3", r => Group(r)["extension"]!.AsArray().Add(r["extension"]![0]!.DeepClone())),
        new("scoring on the group without improvement notation", "summary", "deqm-4", r =>
        {
            Group(r)["extension"]!.AsArray().Add(r["extension"]![0]!.DeepClone());
            r["extension"]!.AsArray().RemoveAt(0);
        }),
        new("no populations", "summary", "deqm-5", r => Group(r).Remove("population")),
        new("score in per cent", "summary", "deqm-6", r => Group(r)["measureScore"]!["value"] = 75),
        new("score of gross counts", "summary", "score", r => Group(r)["measureScore"]!["value"] = 0.2),
        new("no score", "summary", "score", r => Group(r).Remove("measureScore")),
        new("stratifier without code", "summary", "deqm-7", r => Stratifier(r).Remove("code")),
        new("count and countQuantity", "summary", "deqm-8", r => Population(r, 0)["extension"]!.AsArray().Add(Quantity())),
        new("no count", "summary", "deqm-8", r => Population(r, 0).Remove("count")),
        new("no count in a stratum", "summary", "deqm-9", r => StratumPopulation(r, 0).Remove("count")),
        new("no date", "summary", "deqm-date", r => r.Remove("date")),
        new("no reporter", "summary", "deqm-reporter", r => r.Remove("reporter")),
        new("identifier with a bar", "summary", "identifier", r => r["identifier"]![0]!["value"] = "a|b"),
        new("no identifier", "summary", "identifier", r => r.Remove("identifier")),
        new("population missing", "summary", "deqm-populations", r => Group(r)["population"]!.AsArray().RemoveAt(3)),
        new("population missing in a stratum", "summary", "deqm-populations", r => Stratum(r)["population"]!.AsArray().RemoveAt(3)),
        new("population twice", "summary", "deqm-populations", r => Group(r)["population"]!.AsArray().Add(Population(r, 0).DeepClone())),
        new("population code of another system", "summary", "deqm-populations", r => Population(r, 1)["code"]!["coding"]![0]!["system"] = "http://example.org"),
        new("id and linkId differ", "summary", "deqm-link", r => Population(r, 1)["id"] = "d"),
        new("no linkId", "summary", "deqm-link", r => Group(r).Remove("extension")),
        new("group of another indicator", "summary", "deqm-ids", r => Group(r)["code"]!["coding"]![0]!["code"] = "DM021"),
        new("no stratifier", "summary", "deqm-ids", r => Group(r).Remove("stratifier")),
        new("stratum with value and component", "summary", "medplum", r => Stratum(r)["component"] = new JsonArray(
            new JsonObject { ["code"] = new JsonObject { ["text"] = "a" }, ["value"] = new JsonObject { ["text"] = "b" } })),
        new("labels that do not add up", "summary", "strata", r =>
        {
            StratumPopulation(r, 0)["count"] = 2;
            StratumPopulation(r, 1)["count"] = 2;
            StratumPopulation(r, 2)["count"] = 2;
        }),
        new("net denominator as denominator", "summary", "counts", r => Population(r, 1)["count"] = 2),
        new("measure that nobody published", "summary", "deqm-measure", r => r["measure"] = "https://qoffhir.example.org/fhir/Measure/none|1"),
        new("subject on a summary", "summary", "deqm-subject", r => r["subject"] = new JsonObject { ["reference"] = "Patient/p-1" }),
        new("evaluated resources on a summary", "summary", "deqm-evaluated", r => r["evaluatedResource"] = new JsonArray(new JsonObject { ["reference"] = "Patient/p-1" })),
        new("subjects on a summary", "summary", "deqm-subjects", r => Population(r, 0)["subjectResults"] = new JsonObject { ["reference"] = "List/1" }),
        new("error with counts", "summary", "error-counts", r => r["status"] = "error"),
        new("error without reason", "summary", "error-reason", r => r["status"] = "error"),
        new("extension part that is not defined", "summary", "profiles", r => Result(r)["extension"]![0]!["url"] = "frame"),
        new("extension word that is not defined", "summary", "profiles", r => Part(r, "evaluability")["valueCode"] = "perhaps"),
        new("extension part of another type", "summary", "profiles", r =>
        {
            Part(r, "sample").Remove("valueBoolean");
            Part(r, "sample")["valueString"] = "no";
        }),
        new("extension part missing", "summary", "profiles", r => Result(r)["extension"]!.AsArray().RemoveAt(2)),
        new("individual without patient", "individual", "deqm-subject", r => r.Remove("subject")),
        new("individual that counts two", "individual", "counts", r => Population(r, 1)["count"] = 2),
        new("score without net denominator", "individual", "score", r => Group(r)["measureScore"] = new JsonObject { ["value"] = 0 }),
        new("evidence for no population", "individual", "deqm-evaluated", r => r["evaluatedResource"]![0]!["extension"]![0]!["valueString"] = "denominater"),
        new("evidence twice", "individual", "deqm-evaluated", r => r["evaluatedResource"]!.AsArray().Add(r["evaluatedResource"]![0]!.DeepClone())),
        new("list without group", "subject-list", "deqm-subject", r => r["subject"]!["reference"] = "Patient/p-1"),
        new("list shorter than its count", "subject-list", "deqm-list", r => r["contained"]![0]!["entry"]!.AsArray().RemoveAt(0)),
        new("empty list without reason", "subject-list", "deqm-list", r => r["contained"]![1]!.AsObject().Remove("entry")),
        new("list of patients", "subject-list", "deqm-list", r => r["contained"]![0]!["entry"]![0]!["item"]!["reference"] = "Patient/p-1"),
        new("list of another profile", "subject-list", "deqm-list", r => r["contained"]![0]!.AsObject().Remove("meta")),
        new("list that is not there", "subject-list", "deqm-subjects", r => r["contained"]!.AsArray().RemoveAt(0)),
        new("list that nobody names", "subject-list", "dom-3", r => Population(r, 0).Remove("subjectResults")),
        new("contained list without status", "subject-list", "medplum", r => r["contained"]![0]!.AsObject().Remove("status")),
    ];

    public string Break(string json)
    {
        var report = JsonNode.Parse(json)!.AsObject();
        Change(report);
        return report.ToJsonString();
    }

    private static JsonObject Group(JsonObject report) => report["group"]![0]!.AsObject();

    private static JsonObject Population(JsonObject report, int index) => Group(report)["population"]![index]!.AsObject();

    private static JsonObject Stratifier(JsonObject report) => Group(report)["stratifier"]![0]!.AsObject();

    private static JsonObject Stratum(JsonObject report) => Stratifier(report)["stratum"]![0]!.AsObject();

    private static JsonObject StratumPopulation(JsonObject report, int index) => Stratum(report)["population"]![index]!.AsObject();

    private static JsonObject Result(JsonObject report) => report["extension"]!.AsArray()
        .Single(e => e!["url"]!.GetValue<string>().EndsWith("qof-result", StringComparison.Ordinal))!.AsObject();

    private static JsonObject Part(JsonObject report, string url) => Result(report)["extension"]!.AsArray()
        .Single(e => e!["url"]!.GetValue<string>() == url)!.AsObject();

    private static JsonObject Quantity() => new()
    {
        ["url"] = "http://hl7.org/fhir/StructureDefinition/measurereport-countQuantity",
        ["valueQuantity"] = new JsonObject { ["value"] = 5 },
    };
}
