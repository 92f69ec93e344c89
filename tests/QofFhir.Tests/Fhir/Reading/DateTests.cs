using QofFhir.Core;

namespace QofFhir.Tests.Fhir.Reading;

public class DateTests
{
    [Theory]
    [InlineData("2020-03-31", "2020-03-31")]
    [InlineData("2020-02-29", "2020-02-29")]
    [InlineData("2020-03-31T23:30:00Z", "2020-04-01")]
    [InlineData("2020-03-31T22:59:59.999Z", "2020-03-31")]
    [InlineData("2020-03-31T23:00:00Z", "2020-04-01")]
    [InlineData("2020-03-28T23:30:00Z", "2020-03-28")]
    [InlineData("2020-03-31T23:30:00+01:00", "2020-03-31")]
    [InlineData("2020-04-01T00:30:00+02:00", "2020-03-31")]
    [InlineData("2020-03-31T20:00:00-05:00", "2020-04-01")]
    [InlineData("2020-03-31T23:30:00", "2020-03-31")]
    [InlineData("2020-03-31T23:30", "2020-03-31")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31")]
    [InlineData("1970-01-01T23:30:00Z", "1970-01-02")]
    public void A_time_is_the_day_it_is_in_London(string text, string day) =>
        Assert.Equal((DateOnly.Parse(day, null), 0), OnsetOf(text));

    [Theory]
    [InlineData("2020", "2020-01-01")]
    [InlineData("2020-07", "2020-07-01")]
    public void A_partial_date_is_its_first_day_and_is_counted(string text, string day) =>
        Assert.Equal((DateOnly.Parse(day, null), 1), OnsetOf(text));

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-30")]
    [InlineData("2019-02-29")]
    [InlineData("2020-13")]
    [InlineData("2020-00-10")]
    [InlineData("0000")]
    [InlineData("20200331")]
    [InlineData("31/03/2020")]
    [InlineData("2020-3-1")]
    [InlineData("2020-03-31T")]
    [InlineData("2020-03-31T10")]
    [InlineData("2020-03-31T24:00:00Z")]
    [InlineData("2020-03-31T10:60:00Z")]
    [InlineData("2020-03-31T10:00:61Z")]
    [InlineData("2020-03-31T10:00:00.Z")]
    [InlineData("2020-03-31T10:00:00+0100")]
    [InlineData("2020-03-31T10:00:00+15:00")]
    [InlineData("2020-03-31 10:00:00")]
    [InlineData("2020-03-31x")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    public void Anything_else_is_no_date(string text) => Assert.Null(OnsetOf(text).Day);

    [Theory]
    [InlineData(",\"onsetDateTime\":\"2019-05-01\",\"recordedDate\":\"2019-06-01\"", "2019-05-01")]
    [InlineData(",\"onsetPeriod\":{\"start\":\"2018\",\"end\":\"2019\"},\"recordedDate\":\"2019-06-01\"", "2018-01-01")]
    [InlineData(",\"onsetPeriod\":{\"end\":\"2019\"},\"recordedDate\":\"2019-06-01\"", "2019-06-01")]
    [InlineData(",\"onsetString\":\"in spring\",\"recordedDate\":\"2019-06-01\"", "2019-06-01")]
    [InlineData(",\"onsetAge\":{\"value\":50.9,\"code\":\"a\",\"system\":\"http://unitsofmeasure.org\"}", "2010-02-28")]
    [InlineData(",\"onsetAge\":{\"value\":48,\"unit\":\"years\"}", "2008-02-29")]
    [InlineData(",\"onsetAge\":{\"value\":8,\"code\":\"mo\"}", "1960-10-29")]
    [InlineData(",\"onsetAge\":{\"value\":2,\"code\":\"wk\"}", "1960-03-14")]
    [InlineData(",\"onsetAge\":{\"value\":3,\"code\":\"d\"}", "1960-03-03")]
    [InlineData(",\"onsetDateTime\":\"2019-05-01T23:30:00\\u002B00:00\"", "2019-05-02")]
    public void A_condition_is_dated_by_its_onset_else_by_its_recording(string dates, string day)
    {
        // The patient comes last: an age waits for the birth date.
        var result = Given.Read(Given.Diabetes("c", dates), Given.Ann);
        Assert.Empty(result.Problems);
        Assert.Equal(DateOnly.Parse(day, null), Assert.Single(Given.Events(result)).On);
    }

    [Theory]
    [InlineData(",\"onsetDateTime\":\"2026-02-30\",\"recordedDate\":\"2019-06-01\"", "Condition.onsetDateTime", ProblemKind.Value)]
    [InlineData(",\"onsetPeriod\":{\"start\":\"soon\"},\"recordedDate\":\"2019-06-01\"", "Condition.onsetPeriod.start", ProblemKind.Value)]
    [InlineData(",\"onsetAge\":{\"value\":5,\"code\":\"min\"},\"recordedDate\":\"2019-06-01\"", "Condition.onsetAge", ProblemKind.Value)]
    [InlineData(",\"onsetAge\":{\"value\":99999,\"code\":\"a\"}", "Condition", ProblemKind.Value)]
    [InlineData(",\"recordedDate\":20190601", "Condition.recordedDate", ProblemKind.Value)]
    [InlineData("", "Condition.onsetDateTime", ProblemKind.Required)]
    public void A_bad_first_date_rejects_and_never_gives_way_to_the_next(string dates, string expression, ProblemKind kind)
    {
        var result = Given.Read(Given.Ann, Given.Diabetes("c", dates));
        var problem = Assert.Single(result.Problems);
        Assert.Equal((kind, ProblemSeverity.Error, "a.ndjson:2", expression), (problem.Kind, problem.Severity, problem.Where, problem.Expression));
        Assert.Equal((2, 1, 0), (result.Counts.In, result.Counts.Rejected, result.Records.EventCount));
    }

    [Theory]
    [InlineData("Observation", "subject", "code", ",\"effectiveDateTime\":\"2019-05-01\",\"issued\":\"2019-06-01T00:00:00Z\"")]
    [InlineData("Observation", "subject", "code", ",\"effectiveInstant\":\"2019-05-01T10:00:00Z\"")]
    [InlineData("Observation", "subject", "code", ",\"effectivePeriod\":{\"start\":\"2019-05-01\"}")]
    [InlineData("Observation", "subject", "code", ",\"effectiveTiming\":{\"event\":[\"2019-05-01\",\"2019-05-02\"]}")]
    [InlineData("Observation", "subject", "code", ",\"issued\":\"2019-05-01T10:00:00Z\"")]
    [InlineData("Procedure", "subject", "code", ",\"performedDateTime\":\"2019-05-01\"")]
    [InlineData("Procedure", "subject", "code", ",\"performedPeriod\":{\"start\":\"2019-05-01\"}")]
    [InlineData("Immunization", "patient", "vaccineCode", ",\"occurrenceDateTime\":\"2019-05-01\",\"recorded\":\"2019-07-01\"")]
    [InlineData("MedicationRequest", "subject", "medicationCodeableConcept", ",\"intent\":\"order\",\"authoredOn\":\"2019-05-01\"")]
    [InlineData("MedicationStatement", "subject", "medicationCodeableConcept", ",\"effectivePeriod\":{\"start\":\"2019-05-01\"}")]
    [InlineData("MedicationStatement", "subject", "medicationCodeableConcept", ",\"dateAsserted\":\"2019-05-01\"")]
    [InlineData("ServiceRequest", "subject", "code", ",\"intent\":\"order\",\"authoredOn\":\"2019-05-01\"")]
    [InlineData("AllergyIntolerance", "patient", "code", ",\"onsetDateTime\":\"2019-05-01\"")]
    [InlineData("AllergyIntolerance", "patient", "code", ",\"recordedDate\":\"2019-05-01\"")]
    [InlineData("Flag", "subject", "code", ",\"period\":{\"start\":\"2019-05-01\"}")]
    public void Every_resource_has_its_own_date(string type, string subject, string code, string rest)
    {
        var result = Given.Read(Given.Ann, Given.Of(type, "1", $",\"{code}\":{Given.Sct("73211009")}{rest}", subject));
        Assert.Empty(result.Problems);
        var e = Assert.Single(Given.Events(result));
        Assert.Equal((new DateOnly(2019, 5, 1), $"{type}/1"), (e.On, e.Source));
    }

    [Fact]
    public void A_missing_date_matters_only_where_a_rule_wants_the_code()
    {
        var result = Given.Read(Given.Ann, Given.Of("Flag", "f", $",\"code\":{Given.Sct("1")}"), Given.Of("Flag", "g", $",\"code\":{Given.Sct("73211009")}"));
        Assert.Equal("Flag.period", Assert.Single(result.Problems).Expression);
        Assert.Equal((1, 1), (result.Quality.OutsideValueSets, result.Counts.Rejected));
    }

    [Fact]
    public void Partial_dates_are_counted_once_a_resource()
    {
        var result = Given.Read(
            """{"resourceType":"Patient","id":"ann","birthDate":"1960","deceasedDateTime":"2024-05"}""",
            Given.Diabetes("c", ",\"onsetDateTime\":\"2019\""), Given.Diabetes("d", ",\"onsetDateTime\":\"2019-01-01\""));
        Assert.Equal(3, result.Quality.PartialDates);
        Assert.Equal(new DateOnly(2024, 5, 1), result.Records.Patient(0).Deceased);
    }

    private static (DateOnly? Day, long Partial) OnsetOf(string text)
    {
        var result = Given.Read(Given.Ann, Given.Diabetes("c", $",\"onsetDateTime\":\"{text}\""));
        Assert.Equal(1, result.Records.EventCount + result.Problems.Count);
        return (Given.Events(result).SingleOrDefault() is { Source: not null } e ? e.On : null, result.Quality.PartialDates);
    }
}
