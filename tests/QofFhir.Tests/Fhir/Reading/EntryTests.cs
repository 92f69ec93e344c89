using QofFhir.Core;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Fhir.Reading;

public class EntryTests
{
    private const string Recorded = ",\"recordedDate\":\"2019-05-01\"";

    private static string Verification(string code) =>
        $",\"verificationStatus\":{{\"coding\":[{{\"system\":\"http://terminology.hl7.org/CodeSystem/condition-ver-status\",\"code\":\"{code}\"}}]}}";

    [Theory]
    [InlineData("Observation", ",\"status\":\"entered-in-error\"")]
    [InlineData("Observation", ",\"status\":\"cancelled\"")]
    [InlineData("Procedure", ",\"status\":\"not-done\"")]
    [InlineData("ServiceRequest", ",\"status\":\"revoked\"")]
    [InlineData("ServiceRequest", ",\"status\":\"active\",\"doNotPerform\":true")]
    [InlineData("MedicationRequest", ",\"intent\":\"order\",\"doNotPerform\":true")]
    [InlineData("MedicationRequest", ",\"intent\":\"order\",\"status\":\"cancelled\"")]
    [InlineData("Encounter", ",\"status\":\"entered-in-error\"")]
    public void A_status_that_never_counts_sets_aside_whatever_else_is_wrong(string type, string status)
    {
        var result = Given.Read(Given.Ann, Given.Of(type, "1", status + ",\"issued\":\"2026-02-30\""));
        Assert.Empty(result.Problems);
        Assert.Equal((1, 0, 0), (result.Counts.SetAside, result.Counts.Rejected, result.Records.EventCount));
    }

    [Theory]
    [InlineData("refuted", 0)]
    [InlineData("entered-in-error", 0)]
    [InlineData("unconfirmed", 1)]
    [InlineData("confirmed", 1)]
    public void A_refuted_diagnosis_never_counts(string verification, int events) =>
        Assert.Equal(events, Given.Read(Given.Ann, Given.Diabetes("c", Recorded + Verification(verification))).Records.EventCount);

    [Theory]
    [InlineData(",\"abatementDateTime\":\"2019-06-01\"")]
    [InlineData(",\"abatementString\":\"gone\"")]
    [InlineData(",\"clinicalStatus\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/condition-clinical\",\"code\":\"resolved\"}]}")]
    [InlineData(",\"clinicalStatus\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/condition-clinical\",\"code\":\"inactive\"}]}")]
    public void An_abated_diagnosis_is_read_as_unresolved_and_counted(string abated)
    {
        var result = Given.Read(Given.Ann, Given.Diabetes("c", Recorded + abated), Given.Diabetes("d", Recorded));
        Assert.Equal((2, 1), (result.Records.EventCount, result.Quality.AbatedConditions));
    }

    [Theory]
    [InlineData("\"valueCode\":\"first\"", EpisodeKind.First)]
    [InlineData("\"valueCodeableConcept\":{\"coding\":[{\"code\":\"new\"}]}", EpisodeKind.New)]
    [InlineData("\"valueCode\":\"review\"", EpisodeKind.Review)]
    [InlineData("\"valueCode\":\"end\"", EpisodeKind.End)]
    public void The_episode_extension_is_read(string value, EpisodeKind kind)
    {
        var extension = $",\"extension\":[{{\"url\":\"https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ConditionEpisode\",{value}}}]";
        Assert.Equal(kind, Assert.Single(Given.Events(Given.Read(Given.Ann, Given.Diabetes("c", Recorded + extension)))).Episode);
    }

    [Fact]
    public void All_codings_go_into_one_concept()
    {
        const string code = ",\"code\":{\"coding\":[{\"system\":\"http://read\",\"code\":\"C10..\"},{\"system\":\"http://snomed.info/sct\",\"code\":\"73211009\"},{\"display\":\"no code\"}]}";
        var result = Given.Read(Given.Ann, Given.Of("Condition", "c", code + Recorded));
        Assert.Equal(["http://read|C10..", "sct|73211009"], result.Records.Concepts.Keys(Assert.Single(Given.Events(result)).Concept));
    }

    [Fact]
    public void Codes_outside_any_value_set_and_text_without_code_are_counted()
    {
        var result = Given.Read(
            Given.Ann,
            Given.Of("Condition", "1", $",\"code\":{Given.Sct("1")}" + Recorded), Given.Of("Condition", "2", $",\"code\":{Given.Sct("1")}" + Recorded),
            Given.Of("Condition", "3", $",\"code\":{Given.Sct("2")}" + Recorded), Given.Of("Condition", "4", ",\"code\":{\"text\":\"diabetes\"}" + Recorded));
        Assert.Equal((3, 1, 0), (result.Quality.OutsideValueSets, result.Quality.TextOnly, result.Records.EventCount));
        Assert.Equal([("sct|1", 2L), ("sct|2", 1L)], result.Quality.TopCodesOutside.Select(c => (c.Code, c.Count)));
        Assert.Equal((5, 0), (result.Counts.Accepted, result.Counts.NotUsed));
    }

    [Fact]
    public void An_encounter_gives_its_types_and_reasons()
    {
        var result = Given.Read(Given.Ann, Given.Of(
            "Encounter", "e",
            $",\"type\":[{Given.Sct("1")},{Given.Sct("73211009")}],\"reasonCode\":[{Given.Sct("score")}],\"period\":{{\"start\":\"2019-05-01\"}}"));
        Assert.Equal(["sct|73211009", "sct|score"], Given.Events(result).Select(e => result.Records.Concepts.Keys(e.Concept)[0]).Order());
    }

    [Fact]
    public void A_vaccine_is_a_drug_and_its_procedure_an_entry()
    {
        var result = Given.Read(Given.Ann, Given.Of(
            "Immunization", "i",
            $",\"vaccineCode\":{Given.Sct("36509011000001106")},\"occurrenceDateTime\":\"2019-05-01\",\"extension\":[{{\"url\":\"https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-VaccinationProcedure\",\"valueCodeableConcept\":{Given.Sct("822851000000102")}}}]",
            "patient"));
        Assert.Equal(
            [("sct|36509011000001106", EventClass.Drug), ("sct|822851000000102", EventClass.Code)],
            Given.Events(result).Select(e => (result.Records.Concepts.Keys(e.Concept)[0], e.Class)).OrderBy(e => e.Class == EventClass.Code));
    }

    [Fact]
    public void An_allergy_is_an_entry_and_never_a_drug() => Assert.Equal(
        EventClass.Code,
        Assert.Single(Given.Events(Given.Read(
            Given.Ann, Given.Of("AllergyIntolerance", "a", $",\"code\":{Given.Sct("325278007")}" + Recorded, "patient")))).Class);
}
