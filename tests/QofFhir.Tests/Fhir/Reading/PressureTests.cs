using QofFhir.Core;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Fhir.Reading;

public class PressureTests
{
    private static string Mm(string number, string unit = "mm[Hg]") => $"\"valueQuantity\":{{\"value\":{number},\"unit\":\"{unit}\"}}";

    private static string Half(string loinc, string value) => $"{{\"code\":{Given.Loinc(loinc)},{value}}}";

    private static string Panel(params string[] components) => Given.Of(
        "Observation", "bp", $",\"code\":{Given.Loinc("85354-9")},\"effectiveDateTime\":\"2019-05-01\",\"component\":[{string.Join(',', components)}]");

    private static string Alone(string id, string code, string value) =>
        Given.Of("Observation", id, $",\"code\":{Given.Sct(code)},\"effectiveDateTime\":\"2019-05-01\"{value}");

    [Theory]
    [InlineData("mm[Hg]")]
    [InlineData("mmHg")]
    [InlineData("mm Hg")]
    [InlineData("millimeters of mercury")]
    [InlineData("millimetre of mercury")]
    public void A_panel_gives_one_event_for_each_half_under_the_panels_code(string unit)
    {
        var result = Given.Read(Given.Ann, Panel(Half("8462-4", Mm("80", unit)), Half("8480-6", Mm("140", unit))));
        Assert.Empty(result.Problems);
        Assert.Equal(
            [(PressurePart.Systolic, new Measured(140), "mm[Hg]"), (PressurePart.Diastolic, new Measured(80), "mm[Hg]")],
            Given.Events(result).Select(e => (e.Part, e.Value!.Value, e.Unit)));
        Assert.All(Given.Events(result), e => Assert.Equal(["loinc|85354-9"], result.Records.Concepts.Keys(e.Concept)));
    }

    [Fact]
    public void A_component_that_is_no_half_is_a_warning_said_once()
    {
        var result = Given.Read(
            Given.Ann, Panel(Half("8480-6", Mm("140")), Half("8478-0", Mm("100")), Half("8867-4", Mm("70", "/min")), Half("8462-4", Mm("80"))));
        Assert.Equal(2, result.Records.EventCount);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(
            (ProblemKind.Value, ProblemSeverity.Warning, "Observation.component.valueQuantity"),
            (problem.Kind, problem.Severity, problem.Expression));
    }

    [Fact]
    public void A_half_without_data_leaves_the_other()
    {
        var result = Given.Read(Given.Ann, Panel(Half("8480-6", Mm("140")), Half("8462-4", "\"dataAbsentReason\":{\"text\":\"error\"}")));
        Assert.Equal(PressurePart.Systolic, Assert.Single(Given.Events(result)).Part);
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void A_half_in_an_unknown_unit_is_left_out()
    {
        var result = Given.Read(Given.Ann, Panel(Half("8480-6", Mm("18.6", "kPa")), Half("8462-4", Mm("80"))));
        Assert.Equal(PressurePart.Diastolic, Assert.Single(Given.Events(result)).Part);
        Assert.Equal(ProblemKind.Unit, Assert.Single(result.Problems).Kind);
        Assert.Equal("loinc|8480-6", Assert.Single(result.Quality.Units).Code);
    }

    [Fact]
    public void Two_halves_without_a_unit_are_one_problem_of_the_panel()
    {
        var result = Given.Read(Given.Ann, Panel(Half("8480-6", "\"valueQuantity\":{\"value\":140}"), Half("8462-4", "\"valueQuantity\":{\"value\":80}")));
        Assert.Equal(PressurePart.None, Assert.Single(Given.Events(result)).Part);
        Assert.Equal((ProblemKind.Unit, 2), (Assert.Single(result.Problems).Kind, result.Quality.Units.Count));
    }

    [Fact]
    public void A_panel_without_any_half_is_still_an_event()
    {
        var e = Assert.Single(Given.Events(Given.Read(Given.Ann, Panel())));
        Assert.Equal((PressurePart.None, null), (e.Part, e.Value));
    }

    [Fact]
    public void A_stand_alone_reading_is_the_half_that_its_own_code_says()
    {
        var result = Given.Read(Given.Ann, Alone("s", "271649006", "," + Mm("140")), Alone("d", "271650006", "," + Mm("80")));
        Assert.Equal([PressurePart.Diastolic, PressurePart.Systolic], Given.Events(result).Select(e => e.Part));
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void A_pressure_code_with_a_number_that_is_no_half_gives_no_pressure()
    {
        var result = Given.Read(Given.Ann, Alone("m", "6797001", "," + Mm("100")));
        var e = Assert.Single(Given.Events(result));
        Assert.Equal((PressurePart.None, null), (e.Part, e.Value));
        Assert.Equal((ProblemKind.Value, "Observation.valueQuantity"), (result.Problems.Single().Kind, result.Problems.Single().Expression));
    }

    [Fact]
    public void A_pressure_code_without_a_number_is_an_event_and_no_problem()
    {
        var result = Given.Read(Given.Ann, Alone("m", "75367002", ""));
        Assert.Single(Given.Events(result));
        Assert.Empty(result.Problems);
    }
}
