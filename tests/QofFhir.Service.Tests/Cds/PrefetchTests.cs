using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Core.Records;
using QofFhir.Service.Cds;

namespace QofFhir.Service.Tests.Cds;

public sealed class PrefetchTests(CdsService cds) : IClassFixture<CdsService>
{
    [Theory]
    [InlineData("patient-view", "qof-prompts", HttpStatusCode.OK)]
    [InlineData("encounter-start", "qof-prompts", HttpStatusCode.OK)]
    [InlineData("order-sign", "qof-orders", HttpStatusCode.OK)]
    [InlineData("order-select", "qof-orders", HttpStatusCode.OK)]
    [InlineData("appointment-book", "qof-recall", HttpStatusCode.OK)]
    [InlineData("patient-view", "qof-orders", HttpStatusCode.BadRequest)]
    [InlineData("patient-view", "no-such-service", HttpStatusCode.NotFound)]
    public async Task Each_service_answers_its_hooks(string hook, string service, HttpStatusCode status)
    {
        var body = HookBody.Whole(hook: hook);
        var context = body["context"]!;
        context["encounterId"] = "e1";
        context["draftOrders"] = HookBody.Found("""{"resourceType":"MedicationRequest","id":"m1","subject":{"reference":"Patient/p000075"}}""");
        context["selections"] = new JsonArray("MedicationRequest/m1");
        context["appointments"] = HookBody.Found("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/p000075"}}]}""");
        var answer = await cds.Service.Call(body, "/cds-services/" + service);
        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.OK)
        {
            Assert.NotNull(JsonNode.Parse(answer.Body)!["cards"]);
        }
        else
        {
            Assert.Equal("OperationOutcome", (string)JsonNode.Parse(answer.Body)!["resourceType"]!);
        }
    }

    [Fact]
    public async Task The_request_brings_the_patients_whole_record()
    {
        var at = await CdsService.AtHand(cds.Service, HookBody.Whole());
        Assert.Equal((HookBody.Patient, RecordsOrigin.Prefetch, cds.Service.Clock.Now), (at.Records.Patient(at.Patient!.Value).Id, at.Origin, at.At));
        Assert.Equal(RegistrationBasis.Recorded, at.Records.Registration);
        Assert.True(at.Records.EventCount > 0);
        Assert.Empty(at.Statements);
        Assert.Null(at.Role);
    }

    [Fact]
    public async Task A_patient_without_registration_data_counts_as_on_the_list()
    {
        var body = HookBody.Whole();
        body["prefetch"]!["registrations"] = null;
        Assert.Equal(RegistrationBasis.NoneRecorded, (await CdsService.AtHand(cds.Service, body)).Records.Registration);
    }

    [Theory]
    [InlineData("absent", "conditions")]
    [InlineData("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"exception"}]}""", "conditions")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"https://ehr.example/fhir?page=2"}]}""", "conditions")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":3,"entry":[]}""", "conditions")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"exception"}]}}]}""", "conditions")]
    [InlineData("""{"resourceType":"Flag","id":"f","subject":{"reference":"Patient/p000075"}}""", "conditions")]
    [InlineData("null", "")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[]}""", "")]
    public async Task What_is_not_answered_in_full_is_missing(string value, string missing)
    {
        var body = HookBody.Whole();
        if (value == "absent")
        {
            body["prefetch"]!.AsObject().Remove("conditions");
        }
        else
        {
            body["prefetch"]!["conditions"] = JsonNode.Parse(value);
        }

        var answer = await cds.Service.Call(body);
        Assert.Equal(missing.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Equal(missing, missing.Length == 0 ? "" : answer.Missing());
    }

    [Fact]
    public async Task Without_any_prefetch_each_key_is_named_but_that_of_the_role()
    {
        var answer = await cds.Service.Call(HookBody.Bare());
        Assert.Equal("patient registrations conditions allergies immunizations flags medications observations procedures requests encounters encounterReasons", answer.Missing());
        Assert.Equal("patient", (await cds.Service.Call(Changed(b => b["prefetch"]!["patient"] = null))).Missing());
    }

    /// <summary>Each puts something of another patient into an otherwise good call.</summary>
    [Theory]
    [InlineData("conditions", """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/other"}}""")]
    [InlineData("allergies", """{"resourceType":"AllergyIntolerance","id":"x","patient":{"reference":"Patient/other"}}""")]
    [InlineData("observations", """{"resourceType":"Observation","id":"x","subject":{"reference":"urn:uuid:0d2e4a4e-8a3a-4a60-8d38-0b6b6f0a3a11"}}""")]
    [InlineData("patient", """{"resourceType":"Patient","id":"other","birthDate":"1960-01-01"}""")]
    [InlineData("role", """{"resourceType":"Patient","id":"other"}""")]
    [InlineData("nobody-asked", """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/other"}}""")]
    public async Task Anything_of_another_patient_refuses_all(string key, string resource)
    {
        foreach (var value in new[] { resource, HookBody.Found([.. HookBody.Resources("Condition"), resource]).ToJsonString() })
        {
            var answer = await cds.Service.Call(Changed(b => b["prefetch"]![key] = JsonNode.Parse(value)));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.DoesNotContain("other", answer.Body.Replace("another", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_order_or_appointment_of_another_patient_refuses_all()
    {
        var order = HookBody.Whole(hook: "order-sign");
        order["context"]!["draftOrders"] = HookBody.Found("""{"resourceType":"MedicationRequest","id":"m1","subject":{"reference":"Patient/other"}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cds.Service.Call(order, "/cds-services/qof-orders")).Status);
        var booking = HookBody.Whole(hook: "appointment-book");
        booking["context"]!["appointments"] = HookBody.Found("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/other"}}]}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cds.Service.Call(booking, "/cds-services/qof-recall")).Status);
    }

    [Fact]
    public async Task What_nobody_asked_for_is_not_evaluated()
    {
        var events = (await CdsService.AtHand(cds.Service, HookBody.Whole())).Records.EventCount;
        var body = Changed(b => b["prefetch"]!["extra"] = HookBody.Found([.. HookBody.Resources("Condition").Select(c => c.Replace("\"id\":\"", "\"id\":\"again-", StringComparison.Ordinal))]));
        Assert.Equal(events, (await CdsService.AtHand(cds.Service, body)).Records.EventCount);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_the_rest_counts()
    {
        var body = Changed(b => b["prefetch"]!["conditions"] = HookBody.Found(
            [.. HookBody.Resources("Condition"), """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p000075"},"code":7}"""]));
        var at = await CdsService.AtHand(cds.Service, body);
        Assert.Equal(["1 entry of the record could not be read."], at.Statements);
        Assert.NotEmpty(at.Problems);
        Assert.Equal((await CdsService.AtHand(cds.Service, HookBody.Whole())).Records.EventCount, at.Records.EventCount);
    }

    [Fact]
    public async Task A_patient_who_cannot_be_read_is_said_and_not_passed_over()
    {
        var at = await CdsService.AtHand(cds.Service, Changed(b => b["prefetch"]!["patient"]!.AsObject().Remove("birthDate")));
        Assert.Null(at.Patient);
        Assert.Contains("could not be read", Assert.Single(at.Statements), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await cds.Service.Call(Changed(b => b["prefetch"]!["patient"]!.AsObject().Remove("birthDate")))).Status);
    }

    [Theory]
    [InlineData(null, """{"resourceType":"PractitionerRole","code":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/practitioner-role","code":"nurse"}]}]}""", "Nurse")]
    [InlineData("GP", """{"resourceType":"PractitionerRole","code":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/practitioner-role","code":"nurse"}]}]}""", "GeneralPractitioner")]
    [InlineData("hca", null, "HealthcareAssistant")]
    [InlineData(null, """{"resourceType":"PractitionerRole","code":[{"coding":[{"system":"https://x","code":"nurse"}]}]}""", null)]
    [InlineData(null, """{"resourceType":"OperationOutcome"}""", null)]
    public async Task Who_looks_at_the_cards_is_told_by_the_request_or_by_the_role(string? said, string? resource, string? role)
    {
        var body = Changed(b =>
        {
            b["extension"] = said is null ? null : new JsonObject { ["org.example.qoffhir.role"] = said };
            b["prefetch"]!["role"] = resource is null ? null : JsonNode.Parse(resource);
        });
        Assert.Equal(role, (await CdsService.AtHand(cds.Service, body)).Role?.ToString());
    }

    [Fact]
    public async Task A_code_of_a_role_can_be_configured_and_an_unknown_word_is_refused()
    {
        await using var service = await CdsService.Start("QofFhir:Cds:UserRoles:0:System=https://x", "QofFhir:Cds:UserRoles:0:Code=R1", "QofFhir:Cds:UserRoles:0:Role=reception");
        var body = Changed(b => b["prefetch"]!["role"] = JsonNode.Parse("""{"resourceType":"PractitionerRole","code":[{"coding":[{"system":"https://x","code":"R1"}]}]}"""));
        Assert.Equal(QofFhir.Core.Prompts.StaffRole.Reception, (await CdsService.AtHand(service, body)).Role);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Call(Changed(b => b["extension"] = new JsonObject { ["org.example.qoffhir.role"] = "boss" }))).Status);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("application/fhir+json", HttpStatusCode.OK)]
    public async Task Only_json_is_read(string type, HttpStatusCode status)
    {
        using var content = new StringContent(HookBody.Whole().ToJsonString(), Encoding.UTF8);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var answer = await cds.Service.Http.PostAsync(HookCalls.Prompts, content);
        Assert.Equal(status, answer.StatusCode);
    }

    private static JsonObject Changed(Action<JsonObject> change)
    {
        var body = HookBody.Whole();
        change(body);
        return body;
    }
}
