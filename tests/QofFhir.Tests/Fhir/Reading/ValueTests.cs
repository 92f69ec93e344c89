using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading;

namespace QofFhir.Tests.Fhir.Reading;

public class ValueTests
{
    private static string Quantity(string number, string unit) =>
        $",\"valueQuantity\":{{\"value\":{number}{unit}}}";

    private static string Ucum(string code, string? unit = null) =>
        $",\"system\":\"http://unitsofmeasure.org\",\"code\":\"{code}\",\"unit\":\"{unit ?? code}\"";

    [Theory]
    [InlineData("7.5", "58")]
    [InlineData("6.5", "48")]
    [InlineData("7.45", "58")]
    [InlineData("7.4", "57")]
    [InlineData("75e-1", "58")]
    public void HbA1c_in_percent_is_converted_rounded_half_up_and_flagged(string percent, string expected)
    {
        var result = Given.Read(Given.Ann, Given.HbA1c("o", Quantity(percent, Ucum("%"))));
        var e = Assert.Single(Given.Events(result));
        Assert.Equal((new Measured(decimal.Parse(expected, null)), "mmol/mol", $"{percent} %"), (e.Value, e.Unit, e.RecordedAs));
        Assert.Equal(1, result.Quality.ConvertedValues);
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void A_value_in_the_units_of_the_rules_stays_as_it_is()
    {
        var e = Assert.Single(Given.Events(Given.Read(Given.Ann, Given.HbA1c("o", Quantity("58.4", Ucum("mmol/mol"))))));
        Assert.Equal((new Measured(58.4m), "mmol/mol", null), (e.Value, e.Unit, e.RecordedAs));
    }

    [Theory]
    [InlineData("<", ValueBound.Below)]
    [InlineData("<=", ValueBound.AtMost)]
    [InlineData(">=", ValueBound.AtLeast)]
    [InlineData(">", ValueBound.Above)]
    public void A_comparator_becomes_a_bound_and_survives_conversion(string comparator, ValueBound bound)
    {
        var result = Given.Read(Given.Ann, Given.HbA1c("o", Quantity("7.5", Ucum("%") + $",\"comparator\":\"{comparator}\"")));
        var e = Assert.Single(Given.Events(result));
        Assert.Equal((new Measured(58, bound), comparator + "7.5 %"), (e.Value!.Value, e.RecordedAs));
    }

    [Theory]
    [InlineData(",\"unit\":\"mmol/mol\"")]
    [InlineData(",\"unit\":\"MMOL/MOL\"")]
    [InlineData(",\"code\":\"mmol/mol\"")]
    [InlineData(",\"unit\":\"HbA1c\",\"code\":\"mmol/mol\",\"system\":\"http://unitsofmeasure.org\"")]
    [InlineData(",\"unit\":\"mmol/mol\",\"code\":\"258786001\",\"system\":\"http://snomed.info/sct\"")]
    [InlineData(",\"code\":\"mmol/mol{Hb}\",\"system\":\"http://unitsofmeasure.org\"")]
    public void A_unit_is_known_by_its_usual_spellings(string unit) =>
        Assert.Equal(new Measured(50), Assert.Single(Given.Events(Given.Read(Given.Ann, Given.HbA1c("o", Quantity("50", unit))))).Value);

    [Fact]
    public void A_UCUM_annotation_says_nothing_about_the_unit() => Assert.Equal(
        new Measured(58), Assert.Single(Given.Events(Given.Read(Given.Ann, Given.HbA1c("o", Quantity("7.5", Ucum("%{HemoglobinA1C}")))))).Value);

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"unit\":\"\"", true)]
    [InlineData(",\"unit\":\"mg/dL\"", false)]
    [InlineData(",\"code\":\"mmol/L\",\"unit\":\"mmol/mol\",\"system\":\"http://unitsofmeasure.org\"", false)]
    public void A_unit_that_is_missing_or_not_understood_leaves_the_event_without_value(string unit, bool missing)
    {
        var result = Given.Read(Given.Ann, Given.HbA1c("o", Quantity("50", unit)));
        Assert.Null(Assert.Single(Given.Events(result)).Value);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(
            (ProblemKind.Unit, ProblemSeverity.Warning, "Observation.valueQuantity"), (problem.Kind, problem.Severity, problem.Expression));
        var count = Assert.Single(result.Quality.Units);
        Assert.Equal(("sct|999791000000106", missing ? 1L : 0L, missing ? 0L : 1L), (count.Code, count.Missing, count.NotUnderstood));
        Assert.Equal(0, result.Counts.Rejected);
    }

    [Theory]
    [InlineData(",\"valueString\":\"58\"")]
    [InlineData(",\"valueQuantity\":{\"value\":\"58\",\"unit\":\"mmol/mol\"}")]
    [InlineData(",\"valueQuantity\":{\"value\":1e40,\"unit\":\"mmol/mol\"}")]
    [InlineData(",\"valueQuantity\":{\"value\":1e-40,\"unit\":\"mmol/mol\"}")]
    [InlineData(",\"valueQuantity\":{\"value\":-0,\"unit\":\"mmol/mol\"}")]
    [InlineData(",\"valueQuantity\":{\"value\":58,\"comparator\":\"~\",\"unit\":\"mmol/mol\"}")]
    [InlineData(",\"valueQuantity\":{\"value\":1.5,\"unit\":\"%\"}")]
    [InlineData(",\"valueQuantity\":{\"value\":7e27,\"unit\":\"%\"}")]
    [InlineData(",\"valueQuantity\":58")]
    [InlineData(",\"valueRange\":{\"low\":{\"value\":1}}")]
    public void What_is_no_number_is_not_guessed(string value)
    {
        var result = Given.Read(Given.Ann, Given.HbA1c("o", value));
        Assert.Null(Assert.Single(Given.Events(result)).Value);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((ProblemKind.Value, ProblemSeverity.Warning), (problem.Kind, problem.Severity));
    }

    [Fact]
    public void An_integer_is_a_number_without_unit()
    {
        var score = Assert.Single(Given.Events(Given.Read(Given.Ann, Given.HbA1c("o", ",\"valueInteger\":12", "score"))));
        Assert.Equal((new Measured(12), "1", null), (score.Value, score.Unit, score.RecordedAs));
        Assert.Equal(ProblemKind.Unit, Assert.Single(Given.Read(Given.Ann, Given.HbA1c("o", ",\"valueInteger\":58")).Problems).Kind);
    }

    [Fact]
    public void A_value_that_no_rule_reads_is_not_looked_at()
    {
        var result = Given.Read(Given.Ann, Given.HbA1c("o", ",\"valueString\":\"many\"", "73211009"));
        Assert.Null(Assert.Single(Given.Events(result)).Value);
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void An_observation_with_a_reason_for_having_no_data_never_counts()
    {
        const string reason = ",\"dataAbsentReason\":{\"text\":\"refused\"}";
        var result = Given.Read(Given.Ann, Given.HbA1c("o", reason), Given.HbA1c("p", reason + Quantity("50", Ucum("mmol/mol"))));
        Assert.Equal("Observation/p", Assert.Single(Given.Events(result)).Source);
        Assert.Equal((3, 1, 0), (result.Counts.Accepted, result.Counts.SetAside, result.Counts.Rejected));
    }

    [Theory]
    [InlineData("mmol/mol Hb", "50")]
    [InlineData("MMOL/MOL HbA1c", "50")]
    [InlineData("% of total", "7")]
    [InlineData("% of total Hb", "7")]
    [InlineData("%Hb", "7")]
    [InlineData("% HbA1c", "7")]
    public void Spellings_of_HbA1c_units_are_understood(string unit, string number)
    {
        var result = Given.Read(Given.Ann, Given.HbA1c("o", Quantity(number, $",\"unit\":\"{unit}\"")));
        Assert.Equal("mmol/mol", Assert.Single(Given.Events(result)).Unit);
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("g/L", "g/L g/l g/litre")]
    [InlineData("mmol/L", "mmol/L mmol/l mmol/litre")]
    [InlineData("mg/mmol", "mg/mmol mg/mmol{creat}")]
    [InlineData("mg/(24.h)", "mg/(24.h) mg/24h mg/24hrs mg/d mg/day")]
    [InlineData("m[IU]/L", "m[IU]/L mIU/L mU/L munit/L u[IU]/mL")]
    [InlineData("mL/min/{1.73_m2}", "mL/min/{1.73_m2} mL/min/1.73m2 ml/min/1.73m^2 mL/min/1.73m²")]
    [InlineData("", "{score} score {ratio} ratio 1")]
    public void Spellings_of_laboratory_units_are_understood(string asked, string written) => Assert.All(
        written.Split(' '), unit => Assert.Equal((new Measured(20), 0), Asked(asked, unit)));

    [Theory]
    [InlineData("g/L", "g/dL")]
    [InlineData("mL/min/{1.73_m2}", "mL/min")]
    [InlineData("mg/(24.h)", "mg")]
    [InlineData("m[IU]/L", "IU/L")]
    [InlineData("", "%")]
    public void Another_unit_is_no_spelling(string asked, string written) => Assert.Equal((null, 1), Asked(asked, written));

    [Theory]
    [InlineData("mmol/mol")]
    [InlineData("%")]
    public void A_value_below_nothing_is_told_and_not_used(string unit)
    {
        var result = Given.Read(Given.Ann, Given.HbA1c("o", Quantity("-5", Ucum(unit))));
        Assert.Null(Assert.Single(Given.Events(result)).Value);
        Assert.Equal(ProblemKind.Value, Assert.Single(result.Problems).Kind);
    }

    [Theory]
    [InlineData("http://snomed.info/sct", " 999791000000106 ")]
    [InlineData("http://snomed.info/sct/", "999791000000106")]
    [InlineData(" https://snomed.info/sct ", "999791000000106")]
    [InlineData("http://loinc.org/", "4548-4")]
    public void White_space_and_slashes_round_a_code_say_nothing(string system, string code)
    {
        var observation = Given.Of(
            "Observation", "o",
            $",\"code\":{{\"coding\":[{{\"system\":\"{system}\",\"code\":\"{code}\"}}]}},\"effectiveDateTime\":\"2019-05-01\"{Quantity("50", Ucum("mmol/mol"))}");
        Assert.Equal(new Measured(50), Assert.Single(Given.Events(Given.Read(Given.Ann, observation))).Value);
    }

    /// <summary>A value of 20 of a code that a rule reads in a unit, and how many problems it gave.</summary>
    private static (Measured? Value, int Problems) Asked(string asked, string written)
    {
        var codes = new CodeIndex(
            new HashSet<string> { "sct|lab" }, new HashSet<string>(), new Dictionary<string, PressurePart>(),
            new Dictionary<string, string> { ["sct|lab"] = asked });
        var reader = new RecordReader(codes);
        reader.Read(new MemoryStream(Given.Bytes($"{Given.Ann}\n{Given.HbA1c("o", Quantity("20", $",\"unit\":\"{written}\""), "lab")}")), "a.ndjson");
        var read = reader.Finish();
        return (Assert.Single(Given.Events(read)).Value, read.Problems.Count);
    }
}
