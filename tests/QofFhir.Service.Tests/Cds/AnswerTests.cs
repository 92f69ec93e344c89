using System.Net;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Cds;

/// <summary>What a clinical system gets to see.</summary>
public sealed class AnswerTests(CdsService cds) : IClassFixture<CdsService>
{
    /// <summary>DM020 is adjusted as unsuitable, other care is outstanding.</summary>
    private const string Adjusted = "case-dm020-dmmax";

    [Fact]
    public async Task The_card_tells_what_is_due_what_is_adjusted_and_by_which_rules_and_data()
    {
        var card = Assert.Single(await Cards(HookBody.Whole(Adjusted)))!;
        Assert.Equal("warning", (string)card["indicator"]!);
        Assert.Contains("- DM020, Diabetes, no moderate or severe frailty: last HbA1c in 12 months 58 mmol/mol or less: recorded as unsuitable on 1 June 2026 (DMMAX): not suggested.", (string)card["detail"]!, StringComparison.Ordinal);
        Assert.Contains("No longer counts against the practice", (string)card["detail"]!, StringComparison.Ordinal);
        Assert.Contains("QOF England 2026/27, business rules 51.2. Judged on 30 November 2026 by the record that came with the call (30 November 2026, 09:00)", (string)card["detail"]!, StringComparison.Ordinal);
        var told = card["extension"]!["org.example.qoffhir"]!;
        Assert.Equal(("qof-england-2026-27", "prefetch", "2026-11-30T09:00:00Z"), ((string)told["framework"]!, (string)told["dataFrom"]!, (string)told["dataAt"]!));
        var dm020 = told["prompts"]!.AsArray().Single(p => (string)p!["indicator"]! == "DM020")!;
        Assert.Equal(("outstanding-adjusted", false, true), ((string)dm020["state"]!, (bool)dm020["countsAgainstPractice"]!, (bool)dm020["careOutstanding"]!));
        Assert.Equal(("unsuitable", "DMMAX", "2026-06-01"), ((string)dm020["adjustment"]!["reason"]!, (string)dm020["adjustment"]!["label"]!, (string)dm020["adjustment"]!["recordedOn"]!));
    }

    [Fact]
    public async Task Reception_is_not_told_why_also_where_only_programs_read()
    {
        // Invited twice without an answer: what is adjusted so, reception books.
        var body = HookBody.Whole("case-dm020-two-invites");
        var clinician = await Prompt(body);
        Assert.Equal(("DM020/did-not-respond", "did-not-respond"), ((string?)clinician["prompt"], (string?)clinician["adjustment"]!["reason"]));
        body["extension"] = new JsonObject { ["org.example.qoffhir.role"] = "reception" };
        var told = await Prompt(body);
        Assert.Equal(("outstanding-adjusted", false), ((string)told["state"]!, (bool)told["countsAgainstPractice"]!));
        Assert.Null(told["adjustment"]);
        Assert.DoesNotContain("respond", (await Cards(body)).ToJsonString(), StringComparison.Ordinal);

        async Task<JsonNode> Prompt(JsonNode of) =>
            Assert.Single(await Cards(of))!["extension"]!["org.example.qoffhir"]!["prompts"]!.AsArray().Single(p => (string)p!["indicator"]! == "DM020")!;
    }

    [Fact]
    public async Task Separate_cards_come_on_request_and_no_more_than_the_budget()
    {
        var body = HookBody.Whole(Adjusted);
        body["extension"] = new JsonObject { ["org.example.qoffhir.cards"] = "separate" };
        var cards = await Cards(body);
        Assert.Equal(3, cards.Count);
        Assert.Contains("**Not shown here**", (string)cards[2]!["detail"]!, StringComparison.Ordinal);
        Assert.All(cards, c => Assert.NotNull(c!["source"]!["topic"]));
    }

    [Fact]
    public async Task The_same_call_gives_the_same_ids_and_another_call_others()
    {
        var body = HookBody.Whole(Adjusted);
        var first = await Cards(body);
        Assert.Equal((string)first[0]!["uuid"]!, (string)(await Cards(body))[0]!["uuid"]!);
        body["hookInstance"] = "7d1577c6-dfbe-44ad-ba6d-3e05e953b2ea";
        Assert.NotEqual((string)first[0]!["uuid"]!, (string)(await Cards(body))[0]!["uuid"]!);
    }

    [Fact]
    public async Task Drafts_that_are_accepted_do_not_count_as_care_given()
    {
        var body = HookBody.Whole(Adjusted);
        var before = Assert.Single(await Cards(body))!;
        foreach (var draft in Drafts(before, s => !((string)s["label"]!).StartsWith("Record ", StringComparison.Ordinal)))
        {
            Add(body, draft);
        }

        Assert.Equal((string)before["summary"]!, (string)Assert.Single(await Cards(body))!["summary"]!);
    }

    [Fact]
    public async Task An_adjustment_that_is_accepted_is_read_as_that_adjustment()
    {
        var body = HookBody.Whole(Adjusted);
        var before = Assert.Single(await Cards(body))!;
        var chosen = before["suggestions"]!.AsArray().First(s => ((string)s!["label"]!).StartsWith("Record patient chose not to", StringComparison.Ordinal))!;
        foreach (var draft in chosen["actions"]!.AsArray().Select(a => a!["resource"]!))
        {
            Add(body, draft);
        }

        var prompts = Assert.Single(await Cards(body))!["extension"]!["org.example.qoffhir"]!["prompts"]!.AsArray();
        Assert.Contains(prompts, p => (string?)p!["adjustment"]?["reason"] == "patient-chose-not-to" && (string)p["adjustment"]!["recordedOn"]! == "2026-11-30");
    }

    [Fact]
    public async Task Reasons_to_set_a_card_aside_are_the_adjustments_of_the_rules()
    {
        var reasons = Assert.Single(await Cards(HookBody.Whole(Adjusted)))!["overrideReasons"]!.AsArray();
        Assert.Contains(reasons, r => (string)r!["code"]! == "717421000000100" && (string)r["display"]! == "Excepted from diabetes quality indicators - patient unsuitable");
        Assert.All(reasons, r => Assert.NotNull(r!["system"]));
    }

    [Fact]
    public async Task A_role_changes_what_is_shown()
    {
        var body = HookBody.Whole(Adjusted);
        body["extension"] = new JsonObject { ["org.example.qoffhir.role"] = "hca" };
        var card = Assert.Single(await Cards(body))!;
        Assert.DoesNotContain(card["suggestions"]!.AsArray(), s => ((string)s!["label"]!).StartsWith("Prescribe", StringComparison.Ordinal));
        Assert.Matches(@"\*\*For others of the team\*\*: [A-Za-z, ]*Medicines", (string)card["detail"]!);
    }

    [Fact]
    public async Task While_a_statin_is_ordered_no_statin_is_asked_for()
    {
        var body = HookBody.Whole(Adjusted, "order-sign");
        body["context"]!["draftOrders"] = HookBody.Found("""{"resourceType":"MedicationRequest","id":"m1","status":"draft","intent":"order","subject":{"reference":"Patient/case-dm020-dmmax"},"medicationCodeableConcept":{"text":"Something else"}}""");
        Assert.Equal("Overdue: statin", (string)Assert.Single(await Cards(body, "qof-orders"))!["summary"]!);
        body["context"]!["draftOrders"]!["entry"]![0]!["resource"]!["medicationCodeableConcept"] = new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject { ["system"] = "https://dmd.nhs.uk", ["code"] = "10294811000001100" }),
        };
        Assert.Empty(await Cards(body, "qof-orders"));
    }

    [Fact]
    public async Task Cards_of_an_encounter_share_a_budget_and_a_service_replaces_its_own()
    {
        await using var service = await CdsService.Start("QofFhir:Cds:Cards=4", "QofFhir:Cds:Separate=true");
        var view = HookBody.Whole(Adjusted);
        view["context"]!["encounterId"] = "e1";
        var recall = HookBody.Whole(Adjusted, "appointment-book");
        recall["context"]!["encounterId"] = "e1";
        recall["context"]!["appointments"] = HookBody.Found("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/case-dm020-dmmax"}}]}""");
        Assert.Equal(4, (await Cards(view, service: service)).Count);
        Assert.Equal(4, (await Cards(view, service: service)).Count);
        Assert.Single(await Cards(recall, "qof-recall", service));
        recall["context"]!["encounterId"] = "e2";
        Assert.Equal(4, (await Cards(recall, "qof-recall", service)).Count);
    }

    [Fact]
    public async Task Without_the_patients_own_entry_it_is_said_that_nothing_is_known()
    {
        var body = HookBody.Whole(Adjusted);
        body["prefetch"]!["patient"]!.AsObject().Remove("birthDate");
        Assert.Equal("QOF prompts could not be evaluated for this patient", (string)Assert.Single(await Cards(body))!["summary"]!);
    }

    [Fact]
    public async Task A_patient_who_has_left_is_told_apart_from_one_who_needs_nothing()
    {
        var body = HookBody.Whole(Adjusted);
        foreach (var episode in body["prefetch"]!["registrations"]!["entry"]!.AsArray())
        {
            episode!["resource"]!["period"]!["end"] = "2026-11-30";
        }

        Assert.StartsWith("No QOF prompts: the patient is not on the practice list", (string)Assert.Single(await Cards(body))!["summary"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_in_the_future_does_not_count_yet()
    {
        var body = HookBody.Whole("case-dm020-achieved");
        var before = (string)Assert.Single(await Cards(body))!["summary"]!;
        Assert.DoesNotContain("HbA1c", before, StringComparison.Ordinal);
        foreach (var observation in body["prefetch"]!["observations"]!["entry"]!.AsArray())
        {
            observation!["resource"]!["effectiveDateTime"] = "2026-12-01";
        }

        Assert.Contains("HbA1c", (string)Assert.Single(await Cards(body))!["detail"]!, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Drafts(JsonNode card, Func<JsonNode, bool> of) =>
        card["suggestions"]!.AsArray().Where(s => of(s!)).SelectMany(s => s!["actions"]!.AsArray()).Select(a => a!["resource"]!);

    /// <summary>As a clinical system stores what was accepted.</summary>
    private static void Add(JsonObject body, JsonNode draft)
    {
        var stored = draft.DeepClone();
        stored["id"] = $"accepted-{body["prefetch"]!.AsObject().Sum(p => p.Value?["entry"]?.AsArray().Count ?? 0)}";
        var key = (string)stored["resourceType"]! switch { "MedicationRequest" => "medications", "ServiceRequest" => "requests", "Observation" => "observations", _ => null };
        if (key is null)
        {
            return;
        }

        var found = body["prefetch"]![key];
        if (found is null)
        {
            body["prefetch"]![key] = HookBody.Found(stored.ToJsonString());
            return;
        }

        found["entry"]!.AsArray().Add(new JsonObject { ["resource"] = stored });
        found["total"] = found["entry"]!.AsArray().Count;
    }

    private async Task<JsonArray> Cards(JsonNode body, string id = "qof-prompts", TestService? service = null)
    {
        var answer = await (service ?? cds.Service).Call(body, "/cds-services/" + id);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body);
        return JsonNode.Parse(answer.Body)!["cards"]!.AsArray();
    }
}
