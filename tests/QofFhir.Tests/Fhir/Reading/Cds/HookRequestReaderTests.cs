using System.Text;
using QofFhir.Fhir.Reading.Cds;

namespace QofFhir.Tests.Fhir.Reading.Cds;

public sealed class HookRequestReaderTests
{
    [Fact]
    public void A_request_is_read_with_all_that_it_brings()
    {
        var request = HookText.Read(HookText.Whole).Request!;
        Assert.Equal(("order-select", "PractitionerRole/r1", "p1", "e1"), (request.Hook, request.UserId, request.PatientId, request.EncounterId));
        Assert.Equal(new Uri("https://ehr.example/fhir"), request.Server);
        Assert.Equal("secret-token", request.Authorization!.AccessToken);
        Assert.Equal("nurse", request.Role);
        Assert.Equal(["MedicationRequest/m1"], request.Selections);
        Assert.Equal(["conditions", "patient"], request.Prefetch.Keys.Order());
        Assert.Equal(["MedicationRequest/m1"], request.Drafts.Select(d => d.Key));
        Assert.Equal(["Flag/f1"], request.Unasked.Select(d => d.Key));
        var condition = Assert.Single(request.Prefetch["conditions"].Resources);
        Assert.Equal(("https://ehr.example/fhir/Condition/c1", "Patient/p1"), (condition.FullUrl, Assert.Single(condition.About)));
        Assert.Equal("""{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"}}""", Encoding.UTF8.GetString(condition.Json.Span));
    }

    [Fact]
    public void What_is_optional_may_be_absent_or_null()
    {
        Assert.NotNull(HookText.Read("""{"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","context":{"userId":"Practitioner/a","patientId":"p1"}}""").Request);
        Assert.NotNull(HookText.Read(
            """{"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","fhirServer":null,"fhirAuthorization":null,"prefetch":null,"extension":null,"context":{"userId":"Practitioner/a","patientId":"p1","encounterId":null}}""").Request);
    }

    [Theory]
    [InlineData("hook", "hook")]
    [InlineData("hook=\"order-sign\"", "hook")]
    [InlineData("hook=7", "hook")]
    [InlineData("hookInstance", "hookInstance")]
    [InlineData("hookInstance=\"abc\"", "hookInstance")]
    [InlineData("fhirServer", "fhirServer")]
    [InlineData("fhirServer=\"ftp://x\"", "fhirServer")]
    [InlineData("fhirServer=\"https://me:secret@x\"", "fhirServer")]
    [InlineData("fhirServer=\"https://x?a=b\"", "fhirServer")]
    [InlineData("fhirServer=\"x\"", "fhirServer")]
    [InlineData("fhirServer={}", "fhirServer")]
    [InlineData("fhirAuthorization=[]", "fhirAuthorization")]
    [InlineData("fhirAuthorization/access_token", "fhirAuthorization.access_token")]
    [InlineData("fhirAuthorization/access_token=\"a\\r\\nX-Evil: b\"", "fhirAuthorization.access_token")]
    [InlineData("fhirAuthorization/token_type=\"MAC\"", "fhirAuthorization.token_type")]
    [InlineData("fhirAuthorization/expires_in", "fhirAuthorization.expires_in")]
    [InlineData("fhirAuthorization/expires_in=0", "fhirAuthorization.expires_in")]
    [InlineData("fhirAuthorization/expires_in=\"300\"", "fhirAuthorization.expires_in")]
    [InlineData("fhirAuthorization/scope", "fhirAuthorization.scope")]
    [InlineData("fhirAuthorization/subject", "fhirAuthorization.subject")]
    [InlineData("fhirAuthorization/patient=\"p2\"", "fhirAuthorization.patient")]
    [InlineData("context", "context")]
    [InlineData("context=\"p1\"", "context")]
    [InlineData("context/userId", "context.userId")]
    [InlineData("context/userId=\"a\"", "context.userId")]
    [InlineData("context/userId=\"Device/a\"", "context.userId")]
    [InlineData("context/patientId", "context.patientId")]
    [InlineData("context/patientId=5", "context.patientId")]
    [InlineData("context/patientId=\"Patient/p1\"", "context.patientId")]
    [InlineData("context/patientId=\"p1?x=y\"", "context.patientId")]
    [InlineData("context/encounterId=\"\"", "context.encounterId")]
    [InlineData("context/selections", "context.selections")]
    [InlineData("context/selections=[]", "context.selections")]
    [InlineData("context/selections=[1]", "context.selections")]
    [InlineData("context/draftOrders", "context.draftOrders")]
    [InlineData("context/draftOrders=[]", "context.draftOrders")]
    [InlineData("context/draftOrders/resourceType=\"Patient\"", "context.draftOrders.resourceType")]
    [InlineData("context/draftOrders/entry/0/resource/resourceType", "context.draftOrders.entry[0].resource.resourceType")]
    [InlineData("context/draftOrders/entry/0/resource=1", "context.draftOrders.entry[0].resource")]
    [InlineData("prefetch=[]", "prefetch")]
    [InlineData("prefetch/patient=\"Patient/p1\"", "prefetch.patient")]
    [InlineData("prefetch/patient={\"id\":\"p1\"}", "prefetch.patient.resourceType")]
    [InlineData("prefetch/other=\"Ann Other\"", "prefetch")]
    [InlineData("prefetch/conditions/type", "prefetch.conditions.type")]
    [InlineData("prefetch/conditions/type=\"transaction\"", "prefetch.conditions.type")]
    [InlineData("prefetch/conditions/entry={}", "prefetch.conditions.entry")]
    [InlineData("prefetch/conditions/entry/0=7", "prefetch.conditions.entry[0]")]
    [InlineData("prefetch/conditions/entry/0/resource/resourceType=\"../etc\"", "prefetch.conditions.entry[0].resource.resourceType")]
    [InlineData("extension=1", "extension")]
    [InlineData("extension/org.example.qoffhir.role=1", "extension.org.example.qoffhir.role")]
    public void A_fault_is_told_with_its_place(string change, string place)
    {
        var reading = HookText.Read(HookText.With(change));
        Assert.Null(reading.Request);
        Assert.Contains(place, reading.Faults.Select(f => f.Expression));
    }

    [Fact]
    public void All_faults_are_told_at_once_and_repeat_nothing_of_the_request()
    {
        var reading = HookText.Read(HookText.With(
            "hook=\"Quillfeather\"", "hookInstance=\"Quillfeather\"", "fhirServer=\"Quillfeather\"", "context/userId=\"Quillfeather\"", "context/patientId=\"Quill/feather\"",
            "fhirAuthorization/token_type=\"Quillfeather\"", "prefetch/patient={\"resourceType\":\"Quill/feather\"}", "extension/org.example.qoffhir.role=[\"Quillfeather\"]"));
        Assert.Equal(
            ["context.patientId", "context.userId", "extension.org.example.qoffhir.role", "fhirAuthorization.token_type", "fhirServer", "hook", "hookInstance", "prefetch.patient.resourceType"],
            reading.Faults.Select(f => f.Expression).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(reading.Faults, f => f.ToString().Contains("feather", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("null", PrefetchState.Whole, 0)]
    [InlineData("""{"resourceType":"Condition","id":"c"}""", PrefetchState.Whole, 1)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset"}""", PrefetchState.Whole, 0)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":0,"entry":[],"link":[]}""", PrefetchState.Whole, 0)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Condition"}}],"link":[{"relation":"self","url":"x"}]}""", PrefetchState.Whole, 1)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Condition"}}],"link":[{"relation":"next","url":"x"}]}""", PrefetchState.Partial, 1)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":2,"entry":[{"resource":{"resourceType":"Condition"}}]}""", PrefetchState.Partial, 1)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":2,"entry":[{"resource":{"resourceType":"Condition"}},{"resource":{"resourceType":"Encounter"},"search":{"mode":"include"}}]}""", PrefetchState.Partial, 2)]
    [InlineData("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"exception"}]}""", PrefetchState.Failed, 0)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"x"}]}}]}""", PrefetchState.Failed, 0)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"OperationOutcome"}}]}""", PrefetchState.Failed, 0)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"x"}]},"search":{"mode":"outcome"}}]}""", PrefetchState.Whole, 0)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"urn:x"}]}""", PrefetchState.Whole, 0)]
    public void Each_form_of_prefetch_is_known_for_what_it_is(string value, PrefetchState state, int resources)
    {
        var read = HookText.Read(HookText.With("prefetch/conditions=" + value)).Request!.Prefetch["conditions"];
        Assert.Equal((state, resources), (read.State, read.Resources.Count));
    }

    [Fact]
    public void A_text_that_breaks_off_or_is_broken_anywhere_is_told_and_never_thrown()
    {
        var bytes = Encoding.UTF8.GetBytes(HookText.Whole);
        for (var at = 0; at < bytes.Length - 1; at++)
        {
            Assert.Null(Assert.Single(HookText.Read(bytes[..at]).Faults).Expression);
            var broken = (byte[])bytes.Clone();
            broken[at] = 0xFF;
            Assert.NotEmpty(HookText.Read(broken).Faults);
            broken[at] = (byte)'}';
            HookText.Read(broken);
        }
    }

    [Theory]
    [InlineData("""{"hook":"patient-view","hook":"order-sign"}""")]
    [InlineData("""{"context":{"patientId":"p1","patientId":"p2"}}""")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public void One_object_with_each_name_once_is_expected(string json) => Assert.Null(Assert.Single(HookText.Read(json).Faults).Expression);

    [Fact]
    public void Depth_has_an_end() =>
        Assert.NotEmpty(HookText.Read(new string('[', 100) + new string(']', 100)).Faults);

    [Fact]
    public void More_resources_than_are_taken_are_not_read()
    {
        Assert.NotNull(HookText.Read(HookText.Whole, most: 4).Request);
        var reading = HookText.Read(HookText.Whole, most: 3);
        Assert.True(reading.TooMany);
        Assert.Equal("too-costly", Assert.Single(reading.Faults).Code);
    }

    [Fact]
    public void Nothing_of_a_request_prints_a_token_or_a_patient()
    {
        var request = HookText.Read(HookText.Whole).Request!;
        var printed = $"{request} {request.Authorization} {string.Join(' ', request.Resources)} {HookText.Read(HookText.Whole)}";
        Assert.DoesNotContain("secret-token", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("p1", printed, StringComparison.Ordinal);
    }
}
