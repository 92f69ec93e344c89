using QofFhir.Core;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Fhir.Reading;

public class MedicineTests
{
    private const string Metformin = "325278007";

    private static string Order(string id, string medicine, string intent = "order") =>
        Given.Of("MedicationRequest", id, $",\"intent\":\"{intent}\",\"authoredOn\":\"2019-05-01\",{medicine}");

    private static string Referring(string reference) => $"\"medicationReference\":{{\"reference\":\"{reference}\"}}";

    private static string Medication(string id, string more = "") =>
        $$"""{"resourceType":"Medication","id":"{{id}}","code":{{Given.Sct(Metformin)}}{{more}}}""";

    private static readonly string Coded = $"\"medicationCodeableConcept\":{Given.Sct(Metformin)}";

    [Theory]
    [InlineData("order", 1, 0)]
    [InlineData("instance-order", 1, 0)]
    [InlineData("filler-order", 1, 0)]
    [InlineData("original-order", 1, 0)]
    [InlineData("reflex-order", 1, 0)]
    [InlineData("plan", 0, 1)]
    [InlineData("proposal", 0, 1)]
    [InlineData("option", 0, 1)]
    public void Only_orders_are_issues(string intent, int events, int setAside)
    {
        var result = Given.Read(Given.Ann, Order("m", Coded, intent));
        Assert.Equal((events, setAside), (result.Records.EventCount, (int)result.Counts.SetAside));
        Assert.All(Given.Events(result), e => Assert.Equal(EventClass.Drug, e.Class));
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void A_request_without_intent_is_rejected()
    {
        var result = Given.Read(Given.Ann, Given.Of("MedicationRequest", "m", $",\"authoredOn\":\"2019-05-01\",{Coded}"));
        Assert.Equal((ProblemKind.Required, "MedicationRequest.intent"), (result.Problems.Single().Kind, result.Problems.Single().Expression));
        Assert.Equal((1, 0), (result.Counts.Rejected, result.Records.EventCount));
    }

    [Theory]
    [InlineData("Medication/met")]
    [InlineData("https://gp.example.org/fhir/Medication/met")]
    [InlineData("urn:uuid:met")]
    public void A_medication_is_found_under_every_name_in_any_order(string reference)
    {
        foreach (var medicationFirst in new[] { true, false })
        {
            string[] entries = [Given.Entry(Medication("met"), "urn:uuid:met"), Given.Entry(Order("m", Referring(reference)))];
            var result = Given.ReadFiles(
                ("b.json", Given.Bytes(Given.Bundle(medicationFirst ? entries : [.. entries.Reverse()]))), ("p.json", Given.Bytes(Given.Ann)));
            Assert.Empty(result.Problems);
            Assert.Equal((EventClass.Drug, "MedicationRequest/m"), (Given.Events(result).Single().Class, Given.Events(result).Single().Source));
        }
    }

    [Fact]
    public void A_contained_medication_is_found()
    {
        var result = Given.Read(Given.Ann, Order("m", $"\"contained\":[{{\"id\":\"x\"}},{Medication("met")}]," + Referring("#met")));
        Assert.Empty(result.Problems);
        Assert.Equal(1, result.Records.EventCount);
    }

    [Fact]
    public void A_medication_that_never_comes_rejects_the_orders_with_one_problem()
    {
        var result = Given.Read(
            Given.Ann, Order("m", Referring("Medication/met")), Order("n", Referring("Medication/met")), Order("o", Referring("#met")));
        Assert.Equal(
            [("a.ndjson:4", ProblemKind.Reference), ("a.ndjson:2", ProblemKind.Reference)], result.Problems.Select(p => (p.Where, p.Kind)));
        Assert.Equal((3, 1), (result.Counts.Rejected, result.Counts.Accepted));
    }

    [Fact]
    public void An_order_without_patient_and_medication_is_rejected_once()
    {
        var result = Given.Read(Order("m", Referring("Medication/met")));
        Assert.Equal("MedicationRequest.subject", Assert.Single(result.Problems).Expression);
        Assert.Equal((1, 1), (result.Counts.In, result.Counts.Rejected));
    }

    [Fact]
    public void A_medication_entered_in_error_has_no_codes()
    {
        var result = Given.Read(Given.Ann, Medication("met", ",\"status\":\"entered-in-error\""), Order("m", Referring("Medication/met")));
        Assert.Empty(result.Problems);
        Assert.Equal(0, result.Records.EventCount);
    }

    [Fact]
    public void A_request_without_any_medicine_is_rejected() =>
        Assert.Equal(ProblemKind.Required, Assert.Single(Given.Read(Given.Ann, Order("m", "\"note\":[]")).Problems).Kind);

    [Fact]
    public void A_statement_is_no_issue() => Assert.Equal(
        EventClass.Statement,
        Assert.Single(Given.Events(Given.Read(
            Given.Ann, Medication("met"),
            Given.Of("MedicationStatement", "s", ",\"effectiveDateTime\":\"2019-05-01\"," + Referring("Medication/met"))))).Class);
}
