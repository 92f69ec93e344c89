using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Fhir.Reading;
using QofFhir.SampleGp.Practice;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.Cds;

/// <summary>What CDS Hooks 2.0 asks of every card, over a practice of a thousand patients; and that prompts and reports agree on each.</summary>
public sealed class InvariantTests(CdsService cds) : IClassFixture<CdsService>
{
    private const int Patients = 1000;
    private static readonly string[] CardMembers = ["uuid", "summary", "detail", "indicator", "source", "suggestions", "selectionBehavior", "overrideReasons", "extension"];

    [Fact]
    public async Task Every_card_of_a_thousand_patients_keeps_to_the_specification_and_prompts_agree_with_reports()
    {
        var practice = Practice().ToList();
        var (records, result) = Counted(practice);
        var owed = result.Indicators.Where(i => i.Indicator.Kind == IndicatorKind.Fraction)
            .SelectMany(i => i.Outcomes.Where(o => o.Outcome.CareOutstanding).Select(o => (i.Indicator.Id, records.Patient(o.Patient).Id))).ToHashSet();
        var prompter = cds.Service.Service<RuleBook>().Loaded!.Prompter;
        var prompted = Enumerable.Range(0, records.PatientCount)
            .SelectMany(p => prompter.Of(records, p, result.Dates.AchievementDate).Prompts.Where(q => q.CareOutstanding).Select(q => (q.Indicator.Id, records.Patient(p).Id))).ToHashSet();
        Assert.Equal(Patients, records.PatientCount);
        Assert.True(owed.Count > Patients);
        Assert.Equal(owed, prompted);

        var (drawn, warned) = (0, 0);
        foreach (var body in practice.SelectMany(p => new[] { Body(p), Body(p, separate: true) }))
        {
            var answer = await cds.Service.Call(body);
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Body);
            using var json = JsonDocument.Parse(answer.Body);
            NothingIsEmpty(json.RootElement, "");
            foreach (var card in json.RootElement.GetProperty("cards").EnumerateArray())
            {
                Check(card);
                drawn++;
                warned += card.GetProperty("indicator").GetString() == "warning" ? 1 : 0;
            }
        }

        Assert.True(drawn > Patients && warned > 100 && warned < drawn, $"{drawn} cards, {warned} warnings");
    }

    private static void Check(JsonElement card)
    {
        Assert.All(card.EnumerateObject(), m => Assert.Contains(m.Name, CardMembers));
        Assert.True(Guid.TryParseExact(card.GetProperty("uuid").GetString(), "D", out _));
        Assert.InRange(card.GetProperty("summary").GetString()!.Length, 1, 139);
        Assert.DoesNotContain('\n', card.GetProperty("summary").GetString()!);
        Assert.Contains(card.GetProperty("indicator").GetString(), (string[])["info", "warning"]);
        Assert.NotEmpty(card.GetProperty("source").GetProperty("label").GetString()!);
        Assert.NotNull(card.GetProperty("extension").GetProperty("org.example.qoffhir").GetProperty("rules").GetString());
        if (card.TryGetProperty("suggestions", out var suggestions))
        {
            Assert.Equal("any", card.GetProperty("selectionBehavior").GetString());
            Assert.All(suggestions.EnumerateArray(), s =>
            {
                Assert.True(Guid.TryParseExact(s.GetProperty("uuid").GetString(), "D", out _));
                Assert.InRange(s.GetProperty("label").GetString()!.Length, 1, 80);
                Assert.All(s.GetProperty("actions").EnumerateArray(), a =>
                {
                    Assert.Equal("create", a.GetProperty("type").GetString());
                    Assert.NotEmpty(a.GetProperty("description").GetString()!);
                    Assert.NotEmpty(a.GetProperty("resource").GetProperty("resourceType").GetString()!);
                });
            });
            Assert.Equal(suggestions.GetArrayLength(), suggestions.EnumerateArray().Select(s => s.GetProperty("uuid").GetString()).Distinct().Count());
        }
        else
        {
            Assert.False(card.TryGetProperty("selectionBehavior", out _));
        }

        if (card.TryGetProperty("overrideReasons", out var reasons))
        {
            Assert.All(reasons.EnumerateArray(), r => Assert.NotEmpty(r.GetProperty("display").GetString()!));
        }

        var prompts = card.GetProperty("extension").GetProperty("org.example.qoffhir").TryGetProperty("prompts", out var told) ? told.EnumerateArray().ToArray() : [];
        if (prompts.Any(p => p.TryGetProperty("adjustment", out _)))
        {
            Assert.Contains("No longer counts against the practice", card.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    /// <summary>No null, and no empty text, list or object, but for the list of cards.</summary>
    private static void NothingIsEmpty(JsonElement json, string place)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.True(json.EnumerateObject().Any(), place);
                foreach (var member in json.EnumerateObject())
                {
                    NothingIsEmpty(member.Value, place + "." + member.Name);
                }

                break;
            case JsonValueKind.Array:
                Assert.True(json.GetArrayLength() > 0 || place == ".cards", place);
                foreach (var item in json.EnumerateArray())
                {
                    NothingIsEmpty(item, place);
                }

                break;
            case JsonValueKind.String:
                Assert.True(json.GetString()!.Length > 0, place);
                break;
            default:
                Assert.True(json.ValueKind != JsonValueKind.Null, place);
                break;
        }
    }

    /// <summary>The practice read and counted as the worker does it.</summary>
    private (QofFhir.Core.Records.PracticeRecords Records, PracticeResult Result) Counted(IEnumerable<IGrouping<string, SampleResource>> practice)
    {
        var rules = cds.Service.Service<RuleBook>().Loaded!;
        var reader = new RecordReader(rules.Codes);
        foreach (var resource in practice.SelectMany(p => p))
        {
            reader.Read(new MemoryStream(resource.Json), resource.Type);
        }

        var records = reader.Finish().Records;
        return (records, Qof.Evaluate(rules.Framework, records, ServiceDates.Year(PracticeRecipe.DefaultAchievementDate)));
    }

    private static IEnumerable<IGrouping<string, SampleResource>> Practice() => SamplePractice.Resources(new PracticeRecipe(Patients))
        .Where(r => r.Type != "Organization")
        .GroupBy(Whose, StringComparer.Ordinal);

    private static string Whose(SampleResource resource)
    {
        var json = JsonNode.Parse(resource.Json)!;
        return (json["subject"] ?? json["patient"]) is { } whose ? ((string)whose["reference"]!)["Patient/".Length..] : resource.Id;
    }

    private static JsonObject Body(IGrouping<string, SampleResource> patient, bool separate = false)
    {
        var body = HookBody.Bare(patient.Key);
        var prefetch = new JsonObject { ["patient"] = JsonNode.Parse(patient.Single(r => r.Type == "Patient").Json) };
        foreach (var (key, type) in HookBody.Keys)
        {
            prefetch[key] = HookBody.Found([.. patient.Where(r => r.Type == type).Select(r => Encoding.UTF8.GetString(r.Json))]);
        }

        foreach (var key in HookBody.Empty)
        {
            prefetch[key] = null;
        }

        body["prefetch"] = prefetch;
        if (separate)
        {
            body["extension"] = new JsonObject { ["org.example.qoffhir.cards"] = "separate" };
        }

        return body;
    }
}
