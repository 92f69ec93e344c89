using System.Text;
using QofFhir.Fhir.Reading.Cds;

namespace QofFhir.Tests.Fhir.Reading.Cds;

/// <summary>Whose an entry is. The patient is p1, also called urn:uuid:aa, of https://ehr.example/fhir.</summary>
public sealed class OnePatientTests
{
    [Theory]
    [InlineData("Patient/p1", true)]
    [InlineData("Patient/p1/_history/3", true)]
    [InlineData("https://ehr.example/fhir/Patient/p1", true)]
    [InlineData("https://EHR.example:443/fhir/Patient/p1", true)]
    [InlineData("urn:uuid:aa", true)]
    [InlineData("URN:UUID:AA", true)]
    [InlineData("urn:uuid:p1", true)]
    [InlineData("#p1", true)]
    [InlineData("Group/g1", true)]
    [InlineData("Device/d1", true)]
    [InlineData("Patient/p2", false)]
    [InlineData("Patient/P1", false)]
    [InlineData("Patient/p11", false)]
    [InlineData("https://other.example/fhir/Patient/p1", false)]
    [InlineData("https://ehr.example/other/Patient/p1", false)]
    [InlineData("https://ehr.example/fhir/Patient/p2", false)]
    [InlineData("urn:uuid:bb", false)]
    [InlineData("Patient?identifier=x|1", false)]
    [InlineData("p1", false)]
    [InlineData("", false)]
    public void A_reference_is_to_the_patient_or_to_nobody_else_or_the_entry_is_anothers(string reference, bool owned)
    {
        var patient = Of("""{"resourceType":"Patient","id":"p1"}""") with { FullUrl = "urn:uuid:AA" };
        foreach (var entry in new[] { $$$"""{"resourceType":"Condition","subject":{"reference":"{{{reference}}}"}}""", $$$"""{"resourceType":"Immunization","patient":{"reference":"{{{reference}}}"}}""" })
        {
            Assert.Equal(owned, new OnePatient("p1", new Uri("https://ehr.example/fhir/"), [patient]).Owns(Of(entry)));
        }
    }

    [Fact]
    public void Without_a_server_an_absolute_reference_is_known_by_its_end()
    {
        var patient = new OnePatient("p1", null, []);
        Assert.True(patient.Owns(Of("""{"resourceType":"Condition","subject":{"reference":"https://a.example/Patient/p1"}}""")));
        Assert.False(patient.Owns(Of("""{"resourceType":"Condition","subject":{"reference":"https://a.example/Patient/p2"}}""")));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"p1"}""", true)]
    [InlineData("""{"resourceType":"Patient","id":"p2"}""", false)]
    [InlineData("""{"resourceType":"Patient"}""", false)]
    [InlineData("""{"resourceType":"Organization","id":"o"}""", true)]
    [InlineData("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/p1"}},{"actor":{"reference":"Practitioner/x"}}]}""", true)]
    [InlineData("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/p1"}},{"actor":{"reference":"Patient/p2"}}]}""", false)]
    [InlineData("""{"resourceType":"Task","for":{"reference":"Patient/p2"}}""", false)]
    [InlineData("""{"resourceType":"Coverage","beneficiary":{"reference":"Patient/p2"}}""", false)]
    [InlineData("""{"resourceType":"ResearchSubject","individual":{"reference":"Patient/p2"}}""", false)]
    [InlineData("""{"resourceType":"Observation","subject":[{"reference":"Patient/p2"}]}""", false)]
    public void Each_type_says_it_in_its_own_place(string entry, bool owned) => Assert.Equal(owned, new OnePatient("p1", null, []).Owns(Of(entry)));

    private static HookResource Of(string json) => HookResource.Read(Encoding.UTF8.GetBytes(json))!;
}
