using QofFhir.Core.Achievement;
using QofFhir.Core.Improvement;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Tests.House;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Definitions.Improvement;

/// <summary>The quality improvement modules of this checkout, and what is a mistake in one.</summary>
public sealed class ModuleTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("qof-modules").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("prescribing-safety", "2019", "QI001 27, QI002 10", 12)]
    [InlineData("end-of-life", "2019", "QI003 27, QI004 10", 4)]
    [InlineData("early-cancer-diagnosis", "2020 2021", "QIECD005 ?, QIECD006 ?", 0)]
    [InlineData("learning-disabilities", "2020 2021", "QILD007 ?, QILD008 ?", 0)]
    [InlineData("prescription-drug-dependency", "2022", "QIPDD009 ?, QIPDD010 ?", 0)]
    [InlineData("optimising-access", "2022", "QIOA011 ?, QIOA012 ?", 0)]
    [InlineData("workforce-wellbeing", "2023 2024", "QI013 27, QI014 10", 0)]
    [InlineData("demand-and-capacity", "2023 2024", "QI016 10, QI017 6, QI018 6, QI019 15", 0)]
    public void A_module_has_its_years_its_points_where_a_source_gives_them_and_its_measures(string id, string years, string indicators, int measures)
    {
        var module = Rulebook.Library.Module(id);

        Assert.Equal(years, string.Join(' ', module.Years.Select(y => y.Year)));
        Assert.Equal(indicators, string.Join(", ", module.Indicators.Select(i => $"{i.Id} {i.Points?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}")));
        Assert.Equal(measures, module.Measures?.Indicators.Count ?? 0);
        Assert.Contains(module, Rulebook.Library.Modules);
        Assert.False(module.Local);
    }

    [Fact]
    public void Two_meetings_are_what_the_second_indicator_of_prescribing_safety_asks_for()
    {
        var module = Rulebook.Library.Module("prescribing-safety");
        var asked = module.Requirements.Where(r => module.Indicators[1].Requirements.Contains(r.Id)).ToList();

        Assert.Equal(["meetings", "declaration"], asked.Select(r => r.Id));
        Assert.Equal((RequirementKind.Meetings, 2), (asked[0].Kind, asked[0].AtLeast));
        Assert.Equal(Certainty.Found, asked[0].Source.Certainty);
        Assert.Contains(module.Template, f => f is { Id: "learning", Type: EvidenceType.Text, Needed: true });
    }

    [Fact]
    public void Measures_are_a_framework_of_no_year_that_pays_nothing()
    {
        var measures = Rulebook.Library.Module("prescribing-safety").Measures!;

        Assert.Equal(("qi-prescribing-safety", true, 0m), (measures.Id, measures.AnyYear, measures.Points));
        Assert.All(measures.Indicators, i => Assert.Equal((false, IndicatorKind.Fraction, null), (i.Paid, i.Kind, i.Lower)));
        Assert.Equal("NSAID at 65 or over, with a gastro-protective drug in 3 months", measures.Indicators[0].Title);
        Assert.Equal(Certainty.Recalled, measures.Indicators[0].RulesCertainty);
    }

    [Fact]
    public void Without_sample_codes_what_has_no_code_list_says_so()
    {
        var states = DefinitionLibrary.Load(Repository.Root).Module("prescribing-safety").Measures!.Indicators.ToDictionary(i => i.Id, i => i.Evaluability);

        Assert.Equal(
            ["LITCALC", "VALPREVENT", "VALREVIEW"],
            states.Where(s => s.Value.State == EvaluabilityState.NotEvaluable).Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Contains("PSVALPROATEDRUG_COD", states["VALREVIEW"].Reason, StringComparison.Ordinal);
        Assert.Equal(EvaluabilityState.Complete, states["LITEGFR"].State);
    }

    [Fact]
    public void An_unknown_module_is_answered_with_the_known_ones() => Assert.StartsWith(
        "unknown module x; known: demand-and-capacity, ", Assert.Throws<KeyNotFoundException>(() => Rulebook.Library.Module("x")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("module: m", "module: other", "frameworks/qi/m.yaml:1:9 the module is called as its file: m")]
    [InlineData("years: [2026-04-01]", "years: [2026-04-02]", "frameworks/qi/m.yaml:3:9 `2026-04-02` is no first day of a service year; write it as 2026-04-01")]
    [InlineData("points: 4", "points: 5", "frameworks/qi/m.yaml:10:37 A001 has 4 points in pays, and 5 here")]
    [InlineData("points: 4, certainty: found, ", "", "frameworks/qi/m.yaml:10:5 A001 has 4 points in pays, and none here")]
    [InlineData("measures: [M1]", "measures: [M2]", "frameworks/qi/m.yaml:8:12 unknown measure M2: none of the module's rulesets has it")]
    [InlineData("measures: [M1]", "measures: [M1, M1]", "frameworks/qi/m.yaml:8:16 M1 is listed twice")]
    [InlineData("measures: [M1]", "measures: [A001]", "frameworks/qi/m.yaml:8:12 A001 is attested: a measure counts patients")]
    [InlineData("requirements: [meetings]", "requirements: [meeting]", "frameworks/qi/m.yaml:10:73 unknown requirement meeting; did you mean meetings?")]
    [InlineData("kind: meetings", "kind: party", "frameworks/qi/m.yaml:12:27 `party` is none of baseline, objectives, cycles, remeasured, meetings, template, attested, declaration")]
    [InlineData("at-least: 2", "at-least: 0", "frameworks/qi/m.yaml:12:47 `0` is no number from 1 to 100")]
    [InlineData("type: text", "type: picture", "frameworks/qi/m.yaml:14:40 `picture` is none of text, date, number, yes-no")]
    [InlineData("rulesets: [T]", "colour: red", "frameworks/qi/m.yaml:6:1 unknown key `colour` in a module; known: module, title, years, rules, source, rulesets, strata, measures, indicators, requirements, template, codes")]
    public void A_mistake_in_a_module_is_told_with_its_place(string right, string wrong, string mistake)
    {
        var library = Load(right, wrong);

        Assert.Contains(mistake, library.Mistakes.Select(m => $"{m.File}:{m.Line}:{m.Column} {m.Text}"));
        Assert.Throws<DefinitionException>(() => library.Module(wrong == "module: other" ? "other" : "m"));
        Assert.Empty(library.Modules);
        Assert.Equal(4, library.Framework("pays").Points);
    }

    [Fact]
    public void Without_a_mistake_the_same_module_is_there()
    {
        var library = Load("", "");

        Assert.Empty(library.Mistakes);
        Assert.Equal("Module", Assert.Single(library.Modules).Title);
    }

    private DefinitionLibrary Load(string right, string wrong)
    {
        Write("rulesets/T.yaml", """
            ruleset: T
            title: Test
            source: { document: d, evidence: found }
            indicators:
              M1: { title: Measure, population: everyone, rules: [{ achieve: PAT_AGE > 1 }] }
              A001: { title: Attested, attest: Done? }
            """);
        Write("frameworks/pays.yaml", """
            framework: pays
            title: Pays
            country: England
            year: 2026-04-01
            rules: 51
            source: s
            rulesets: [T]
            indicators:
              - { id: A001, title: t, domain: d, group: g, kind: attestation, points: 4, certainty: { points: found } }
            """);
        var module = """
            module: m
            title: Module
            years: [2026-04-01]
            rules: 51
            source: { document: d, evidence: found }
            rulesets: [T]

            measures: [M1]
            indicators:
              - { id: A001, title: t,   points: 4, certainty: found, requirements: [meetings] }
            requirements:
              - { id: meetings, kind: meetings, at-least: 2, text: Meet }
            template:
              - { id: learning, question: q, type: text, needed: yes }
            """;
        Write("frameworks/qi/m.yaml", right.Length == 0 ? module : module.Replace(right, wrong, StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(_root, "valuesets"));
        return DefinitionLibrary.Load(_root);
    }

    private void Write(string name, string text)
    {
        var file = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
