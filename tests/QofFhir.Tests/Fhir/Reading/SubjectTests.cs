using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading;

namespace QofFhir.Tests.Fhir.Reading;

public class SubjectTests
{
    private const string On = "\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"73211009\"}]},\"recordedDate\":\"2019-05-01\"";

    private static string About(string reference) =>
        $"{{\"resourceType\":\"Condition\",\"subject\":{{\"reference\":\"{reference}\"}},{On}}}";

    [Theory]
    [InlineData("Patient/ann")]
    [InlineData("Patient/ann/_history/3")]
    [InlineData("https://gp.example.org/fhir/Patient/ann")]
    [InlineData("https://gp.example.org/fhir/Patient/ann/_history/3")]
    [InlineData("urn:uuid:24f613b9-5694-4436-b781-bc0276867ac2")]
    [InlineData("URN:UUID:24F613B9-5694-4436-B781-BC0276867AC2")]
    public void A_patient_is_found_under_every_name_before_and_after(string reference)
    {
        var bundle = Given.Bundle(
            Given.Entry(About(reference)), Given.Entry(Given.Ann, "urn:uuid:24f613b9-5694-4436-b781-bc0276867ac2"), Given.Entry(About(reference)));
        var result = Given.ReadFiles(("b.json", Given.Bytes(bundle)));
        Assert.Empty(result.Problems);
        Assert.Equal((2, "ann"), (result.Records.EventCount, result.Records.Patient(0).Id));
        Assert.Equal("Condition/b.json entry[0]", Given.Events(result)[0].Source);
    }

    [Fact]
    public void A_patient_may_stand_in_a_later_file()
    {
        var result = Given.ReadFiles(("c.json", Given.Bytes(About("Patient/ann"))), ("p.json", Given.Bytes(Given.Ann)));
        Assert.Empty(result.Problems);
        Assert.Equal(1, result.Records.EventCount);
    }

    [Fact]
    public void A_fullUrl_of_any_kind_names_the_patient_and_gives_an_id()
    {
        var bundle = Given.Bundle(
            Given.Entry("""{"resourceType":"Patient","birthDate":"1960-01-01"}""", "urn:oid:1.2.3"), Given.Entry(About("urn:oid:1.2.3")));
        var result = Given.ReadFiles(("b.json", Given.Bytes(bundle)));
        Assert.Equal((1, "1.2.3"), (result.Records.EventCount, result.Records.Patient(0).Id));
    }

    [Fact]
    public void A_missing_patient_is_one_problem_and_all_about_them_is_rejected()
    {
        var result = Given.Read(
            Given.Ann, About("Patient/bob"), About("https://gp.example.org/Patient/bob"), About("Patient/eve"), About("Patient/ann"));
        Assert.Equal(["a.ndjson:2", "a.ndjson:4"], result.Problems.Select(p => p.Where));
        Assert.All(result.Problems, p => Assert.Equal(
            (ProblemKind.Reference, ProblemSeverity.Error, "Condition.subject"), (p.Kind, p.Severity, p.Expression)));
        Assert.Equal((5, 3, 1), (result.Counts.In, result.Counts.Rejected, result.Records.EventCount));
        Assert.All(result.Problems, p => Assert.DoesNotContain("bob", p.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"bob"}""", "Patient.birthDate", ProblemKind.Required)]
    [InlineData("""{"resourceType":"Patient","id":"bob","birthDate":"1960-02-30"}""", "Patient.birthDate", ProblemKind.Value)]
    public void A_patient_without_a_birth_date_is_one_problem_for_all_about_them(string bob, string expression, ProblemKind kind)
    {
        var result = Given.Read(About("Patient/bob"), bob, About("Patient/bob"), Given.Ann, About("Patient/ann"));
        var problem = Assert.Single(result.Problems);
        Assert.Equal((kind, "a.ndjson:2", expression), (problem.Kind, problem.Where, problem.Expression));
        Assert.Equal((5, 3), (result.Counts.In, result.Counts.Rejected));
        Assert.Equal((1, 1), (result.Records.PatientCount, result.Records.EventCount));
    }

    [Fact]
    public void A_patient_that_nothing_could_refer_to_is_rejected()
    {
        var problem = Assert.Single(Given.Read("""{"resourceType":"Patient","birthDate":"1960"}""").Problems);
        Assert.Equal((ProblemKind.Required, "Patient.id"), (problem.Kind, problem.Expression));
    }

    [Fact]
    public void The_first_of_two_with_one_id_stays()
    {
        var result = Given.Read(
            Given.Ann, """{"resourceType":"Patient","id":"ann","birthDate":"1999-01-01"}""",
            Given.Diabetes("c", ",\"recordedDate\":\"2019-01-01\""), Given.Diabetes("c", ",\"recordedDate\":\"2020-01-01\""));
        Assert.Equal([ProblemKind.Duplicate, ProblemKind.Duplicate], result.Problems.Select(p => p.Kind));
        Assert.Equal(["a.ndjson:2", "a.ndjson:4"], result.Problems.Select(p => p.Where));
        Assert.Equal((1960, 2019), (result.Records.Patient(0).Born.Year, Assert.Single(Given.Events(result)).On.Year));
        Assert.Equal(2, result.Counts.Rejected);
    }

    [Fact]
    public void A_copy_of_a_patient_lends_its_name_to_the_first()
    {
        var result = Given.ReadFiles(
            ("1.json", Given.Bytes(Given.Bundle(Given.Entry(Given.Ann, "urn:uuid:1")))),
            ("2.json", Given.Bytes(Given.Bundle(Given.Entry(Given.Ann, "urn:uuid:2"), Given.Entry(About("urn:uuid:2"))))));
        Assert.Equal(ProblemKind.Duplicate, Assert.Single(result.Problems).Kind);
        Assert.Equal(1, result.Records.EventCount);
    }

    [Fact]
    public void Organizations_and_unused_types_may_repeat()
    {
        const string organization = """{"resourceType":"Organization","id":"o"}""";
        const string practitioner = """{"resourceType":"Practitioner","id":"p"}""";
        var result = Given.Read(organization, organization, practitioner, practitioner, Given.Ann);
        Assert.Empty(result.Problems);
        Assert.Equal((5, 2), (result.Counts.Accepted, result.Counts.NotUsed));
    }

    [Theory]
    [InlineData("""{"resourceType":"Condition"}""", "Condition.subject")]
    [InlineData("""{"resourceType":"Condition","subject":"Patient/ann"}""", "Condition.subject")]
    [InlineData("""{"resourceType":"Condition","subject":{"reference":"#x"}}""", "Condition.subject")]
    [InlineData("""{"resourceType":"Condition","code":"diabetes"}""", "Condition.code")]
    [InlineData("""{"resourceType":"Condition","code":{"coding":[{"code":1}]}}""", "Condition.code")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/ann"}}""", "Observation.code")]
    [InlineData("""{"resourceType":"Observation","status":5,"subject":{"reference":"Patient/ann"}}""", "Observation.status")]
    [InlineData("""{"resourceType":"Observation","id":["1"]}""", "Observation.id")]
    public void A_broken_resource_is_one_error(string broken, string expression)
    {
        var result = Given.Read(Given.Ann, broken, About("Patient/ann"));
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("a.ndjson:2", expression, ProblemSeverity.Error), (problem.Where, problem.Expression, problem.Severity));
        Assert.Equal((1, 1), (result.Counts.Rejected, result.Records.EventCount));
    }

    [Fact]
    public void What_is_about_no_patient_is_set_aside()
    {
        var result = Given.Read(Given.Ann, About("Group/1"));
        Assert.Empty(result.Problems);
        Assert.Equal((1, 0), (result.Counts.SetAside, result.Records.EventCount));
    }

    [Fact]
    public void A_patients_own_facts_are_read()
    {
        var tag = $"{{\"system\":\"{QofFhir.Fhir.SampleTag.System}\",\"code\":\"{QofFhir.Fhir.SampleTag.Code}\"}}";
        var result = Given.Read(
            """{"gender":"male","birthDate":"1950-05-05","deceasedBoolean":true,"id":"a","resourceType":"Patient"}""",
            """{"resourceType":"Patient","id":"b","birthDate":"1950","gender":"female","deceasedDateTime":"2020-03-31T23:30:00Z"}""",
            $$$"""{"resourceType":"Patient","id":"c","birthDate":"1950","gender":"other","deceasedBoolean":false,"meta":{"tag":[{{{tag}}}]}}""",
            """{"resourceType":"Patient","id":"d","birthDate":"1950","deceasedDateTime":"last year"}""");
        Assert.Equal(
            [
                new Patient("a", new DateOnly(1950, 5, 5), Sex.Male, DeceasedOnUnknownDay: true),
                new Patient("b", new DateOnly(1950, 1, 1), Sex.Female, new DateOnly(2020, 4, 1)) { BornOnUnknownDay = true },
                new Patient("c", new DateOnly(1950, 1, 1), Sex.NotKnown, Sample: true) { BornOnUnknownDay = true },
                new Patient("d", new DateOnly(1950, 1, 1), Sex.NotKnown, DeceasedOnUnknownDay: true) { BornOnUnknownDay = true },
            ],
            Enumerable.Range(0, 4).Select(result.Records.Patient));
        Assert.Equal(("Patient.deceasedDateTime", ProblemSeverity.Warning), (result.Problems.Single().Expression, result.Problems.Single().Severity));
        Assert.Equal(RegistrationBasis.NoneRecorded, result.Records.Registration);
    }

    [Fact]
    public void A_UUID_that_no_fullUrl_explains_means_the_patient_of_that_id()
    {
        const string Uuid = "24f613b9-5694-4436-b781-bc0276867ac2";
        var result = Given.Read(About("urn:uuid:" + Uuid), Given.Ann.Replace("\"ann\"", $"\"{Uuid}\"", StringComparison.Ordinal), About("urn:uuid:" + Uuid));
        Assert.Empty(result.Problems);
        Assert.Equal(2, result.Records.EventCount);
    }
}
