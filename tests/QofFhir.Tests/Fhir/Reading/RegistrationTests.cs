using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading;

namespace QofFhir.Tests.Fhir.Reading;

public class RegistrationTests
{
    private const string Ods = "https://fhir.nhs.uk/Id/ods-organization-code";
    private const string ByIdentifier = ",\"managingOrganization\":{\"identifier\":{\"system\":\"" + Ods + "\",\"value\":\"A81001\"}}";
    private const string ByReference = ",\"managingOrganization\":{\"reference\":\"Organization/o1\"}";
    private const string Organization = "{\"resourceType\":\"Organization\",\"id\":\"o1\",\"identifier\":[{\"value\":\"x\"},{\"system\":\"" + Ods + "\",\"value\":\"A81001\"}]}";

    private static string Episode(string elements, string id = "e") => Given.Of("EpisodeOfCare", id, elements, "patient");

    private static string Period(string? start, string? end = null) => ",\"period\":{" + string.Join(
        ',', new[] { start is null ? null : $"\"start\":\"{start}\"", end is null ? null : $"\"end\":\"{end}\"" }.Where(p => p is not null)) + "}";

    private static string AnnWith(string practitioners) =>
        $$"""{"resourceType":"Patient","id":"ann","birthDate":"1960-01-01","generalPractitioner":[{{practitioners}}]}""";

    private static string Practitioner(string period) =>
        $$$"""{"type":"Organization","identifier":{"system":"{{{Ods}}}","value":"B81001"{{{period}}}}}""";

    private static string Group(string members, string more = "") =>
        $$"""{"resourceType":"Group","id":"g","type":"person","actual":true,"managingEntity":{"reference":"Organization/o1"},"member":[{{members}}]{{more}}}""";

    private static string Member(string more = "", string id = "ann") => $$"""{"entity":{"reference":"Patient/{{id}}"}{{more}}}""";

    private static RegistrationSpell? Spell(ReadResult result) => result.Records.Spells(0).SingleOrDefault();

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    [Theory]
    [InlineData(ByIdentifier)]
    [InlineData(ByReference)]
    public void An_episode_of_care_is_a_registration_with_the_practices_ODS_code(string practice)
    {
        var result = Given.Read(Episode(",\"status\":\"active\"" + practice + Period("2010-04-01", "2020-03-31T23:30:00Z")), Given.Ann, Organization);
        Assert.Equal(new RegistrationSpell("A81001", Day(2010, 4, 1), Day(2020, 4, 1)), Spell(result));
        Assert.Equal((RegistrationBasis.Recorded, 1, 0), (
            result.Records.Registration, result.Quality.Registrations[RegistrationSource.EpisodeOfCare], result.Quality.PatientsWithoutRegistration));
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void Without_the_organization_the_id_in_the_reference_names_the_practice() =>
        Assert.Equal("o1", Spell(Given.Read(Given.Ann, Episode(ByReference + Period("2010"))))!.Practice);

    [Fact]
    public void A_contained_organization_names_the_practice() => Assert.Equal(
        "A81001",
        Spell(Given.Read(Given.Ann, Episode(",\"managingOrganization\":{\"reference\":\"#o1\"},\"contained\":[" + Organization + "]" + Period("2010"))))!.Practice);

    [Theory]
    [InlineData("planned")]
    [InlineData("waitlist")]
    [InlineData("entered-in-error")]
    [InlineData("cancelled")]
    public void Episodes_that_never_were_are_set_aside(string status)
    {
        var result = Given.Read(Given.Ann, Episode($",\"status\":\"{status}\"" + Period("2010")));
        Assert.Null(Spell(result));
        Assert.Equal((1, RegistrationBasis.NoneRecorded, 1), (result.Counts.SetAside, result.Records.Registration, result.Quality.PatientsWithoutRegistration));
    }

    [Theory]
    [InlineData("active")]
    [InlineData("onhold")]
    public void Episodes_that_are_open_are_registrations(string status) => Assert.Equal(
        new RegistrationSpell(null, Day(2010, 1, 1), null), Spell(Given.Read(Given.Ann, Episode($",\"status\":\"{status}\"" + Period("2010")))));

    [Fact]
    public void A_finished_episode_without_end_was_never_active()
    {
        var result = Given.Read(Given.Ann, Episode(",\"status\":\"finished\"" + Period("2010-04-01")));
        Assert.Equal(new RegistrationSpell(null, Day(2010, 4, 1), Day(2010, 4, 1)), Spell(result));
        Assert.Equal(
            (ProblemSeverity.Warning, "EpisodeOfCare.period.end"), (result.Problems.Single().Severity, result.Problems.Single().Expression));
    }

    [Fact]
    public void Without_a_start_the_patient_was_registered_since_birth() => Assert.Equal(
        new RegistrationSpell(null, null, Day(2015, 1, 1)),
        Spell(Given.Read(Given.Ann, Episode(",\"status\":\"finished\"" + Period(null, "2015-01-01")))));

    [Theory]
    [InlineData("{\"coding\":[{\"system\":\"https://fhir.nhs.uk/CareConnect-RegistrationType-1\",\"code\":\"T\"}]}", false)]
    [InlineData("{\"coding\":[{\"system\":\"https://fhir.nhs.uk/CareConnect-RegistrationType-1\",\"code\":\"E\"}]}", false)]
    [InlineData("{\"coding\":[{\"system\":\"https://fhir.nhs.uk/CareConnect-RegistrationType-1\",\"code\":\"IN\"}]}", false)]
    [InlineData("{\"coding\":[{\"system\":\"https://example.org/registration-type\",\"code\":\"P\"}]}", false)]
    [InlineData("{\"coding\":[{\"system\":\"https://fhir.nhs.uk/CareConnect-RegistrationType-1\",\"code\":\"R\"}]}", true)]
    [InlineData("{\"coding\":[{\"system\":\"https://example.org/other\",\"code\":\"T\"}]}", true)]
    [InlineData("{\"coding\":[{\"code\":\"7\",\"display\":\"Temporary resident\"}]}", false)]
    [InlineData("{\"text\":\"Immediately necessary\"}", false)]
    [InlineData("{\"text\":\"Regular\"}", true)]
    public void Temporary_emergency_and_private_registrations_are_not_on_the_list(string type, bool onList) =>
        Assert.Equal(onList, Spell(Given.Read(Given.Ann, Episode($",\"status\":\"active\",\"type\":[{type}]" + Period("2010"))))!.OnList);

    [Fact]
    public void A_care_programme_is_no_registration()
    {
        var result = Given.Read(Given.Ann, Episode(
            ",\"type\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/episodeofcare-type\",\"code\":\"cacp\"}]}]" + Period("2010")));
        Assert.Equal(RegistrationBasis.NoneRecorded, result.Records.Registration);
    }

    [Fact]
    public void An_impossible_period_rejects_the_episode()
    {
        var result = Given.Read(Given.Ann, Episode(Period("2010", "2011-02-30")));
        Assert.Equal((1, "EpisodeOfCare.period.end"), (result.Counts.Rejected, result.Problems.Single().Expression));
    }

    [Fact]
    public void A_general_practitioner_with_a_period_is_a_registration()
    {
        var result = Given.Read(AnnWith(Practitioner(Period("2012-01-01", "2013-01-01")) + "," + Practitioner(Period("2014-01-01")) + "," + Practitioner("")));
        Assert.Equal(
            [new RegistrationSpell("B81001", Day(2012, 1, 1), Day(2013, 1, 1)), new RegistrationSpell("B81001", Day(2014, 1, 1), null)],
            result.Records.Spells(0));
        Assert.Equal(1, result.Quality.Registrations[RegistrationSource.GeneralPractitioner]);
    }

    [Fact]
    public void A_general_practitioner_without_a_period_says_nothing_of_registration() =>
        Assert.Equal(RegistrationBasis.NoneRecorded, Given.Read(AnnWith(Practitioner(""))).Records.Registration);

    [Fact]
    public void A_bad_period_at_the_general_practitioner_costs_only_itself()
    {
        var result = Given.Read(AnnWith(Practitioner(Period("2012-13"))));
        Assert.Equal((1, 0), (result.Records.PatientCount, result.Records.Spells(0).Count));
        Assert.Equal("Patient.generalPractitioner.identifier.period.start", Assert.Single(result.Problems).Expression);
    }

    [Fact]
    public void A_group_lists_its_members()
    {
        var result = Given.Read(Group(Member(Period("2012-01-01", "2015-06-30"))), Organization, Given.Ann);
        Assert.Equal(new RegistrationSpell("A81001", Day(2012, 1, 1), Day(2015, 6, 30)), Spell(result));
        Assert.Equal(1, result.Quality.Registrations[RegistrationSource.Group]);
    }

    [Fact]
    public void An_inactive_member_without_end_is_off_the_list()
    {
        Assert.False(Spell(Given.Read(Given.Ann, Group(Member(",\"inactive\":true"))))!.OnList);
        Assert.True(Spell(Given.Read(Given.Ann, Group(Member(",\"inactive\":false"))))!.OnList);
    }

    [Fact]
    public void Members_who_are_not_in_the_input_are_one_warning()
    {
        var result = Given.Read(Given.Ann, Group(Member() + "," + Member("", "bob") + "," + Member("", "eve")));
        Assert.NotNull(Spell(result));
        var problem = Assert.Single(result.Problems);
        Assert.Equal((ProblemKind.Reference, ProblemSeverity.Warning, "Group.member"), (problem.Kind, problem.Severity, problem.Expression));
    }

    [Fact]
    public void The_first_source_that_has_any_decides()
    {
        var gp = AnnWith(Practitioner(Period("2012-01-01")));
        Assert.Equal("A81001", Spell(Given.Read(gp, Group(Member()), Episode(ByIdentifier + Period("2011"))))!.Practice);
        Assert.Equal("B81001", Spell(Given.Read(gp, Group(Member())))!.Practice);
        Assert.Equal("B81001", Spell(Given.Read(gp, Group(Member()), Episode(ByIdentifier + Period("2011") + ",\"status\":\"cancelled\"")))!.Practice);
    }

    [Theory]
    [InlineData(Ods, "A81001 ", "A81001")]
    [InlineData("http://fhir.nhs.uk/Id/ods-organization-code", "A81001", "A81001")]
    [InlineData("https://gp.example.org/practice-numbers", "17", "17")]
    public void An_identifier_of_any_system_names_a_practice_and_never_stands_for_all(string system, string value, string practice)
    {
        var organization = $",\"managingOrganization\":{{\"identifier\":{{\"system\":\"{system}\",\"value\":\"{value}\"}}}}";
        var result = Given.Read(Given.Ann, Episode(",\"status\":\"active\"" + organization + Period("2010-04-01")));
        Assert.Equal(practice, Spell(result)?.Practice);
    }
}
