using System.Text;
using QofFhir.Core;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Improvement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Tests.House;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Definitions.Improvement;

/// <summary>A module that a network writes itself: one file, run without code.</summary>
public sealed class LocalModuleTests
{
    [Fact]
    public void A_module_written_from_scratch_is_run_with_codes_of_its_own_and_registers_that_stand()
    {
        var module = Read(Written.Hedgehogs);

        Assert.Equal(("hedgehogs", true), (module.Id, module.Local));
        Assert.Equal((0, 1), (module.Years.Count, module.Indicators.Count));
        Assert.Equal(RequirementKind.Baseline, module.Requirements[0].Kind);
        var measures = module.Measures!;
        Assert.True(measures.SampleCodes);
        Assert.Equal(EvaluabilityState.Complete, measures.Indicators[0].Evaluability.State);
        Assert.True(Rulebook.Library.CodeIndex(measures).Wants("sample|HEDGEHOG-1"));
        var result = Qof.Evaluate(measures, Practice(), ServiceDates.Year(new DateOnly(2026, 11, 30)));
        Assert.False(result.OutsideItsYear);
        Assert.Equal("due outstanding, seen achieved", string.Join(", ", result.Indicators[0].Outcomes.Select(o => $"{Name(o.Patient)} {o.Outcome.Name}")));
        var risk = Assert.Single(Qof.AtRisk(result, Practice()));
        Assert.Equal(("HEDGE1", "due", "HEDGEHOG_DAT > ACHV_DAT - 6 months"), (risk.Measure, Name(risk.Patient), risk.Lacking.Single().Text));

        string Name(int patient) => Practice().Patient(patient).Id;
    }

    [Fact]
    public void The_module_in_the_documents_is_one()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "improvement.md")).ReplaceLineEndings("\n");
        var module = Read(page.Split("```yaml\n")[1].Split("```")[0]);

        Assert.Equal("CARER1", Assert.Single(module.Measures!.Indicators).Id);
    }

    [Fact]
    public void Nothing_of_it_stays_with_the_library()
    {
        Read(Written.Hedgehogs);
        Read(Written.Hedgehogs);

        Assert.DoesNotContain("hedgehogs", Rulebook.Library.Modules.Select(m => m.Id));
        Assert.Throws<KeyNotFoundException>(() => Rulebook.Library.ValueSet("HEDGEHOG_COD"));
    }

    [Fact]
    public void A_module_without_rules_of_its_own_may_use_the_measures_that_stand()
    {
        var module = Read("""
            module: our-safety
            title: Safety in our network
            rules: 51.2
            source: { document: Our network, evidence: found }
            rulesets: [PS]
            measures: [NSAID65]
            requirements:
              - { id: baseline, kind: baseline, text: Count }
            """);

        Assert.Equal("NSAID65", Assert.Single(module.Measures!.Indicators).Id);
    }

    [Theory]
    [InlineData("module: hedgehogs", "module: end-of-life", "local.yaml:1:9 end-of-life is the name of a standing module: choose another")]
    [InlineData("  HEDGEHOG_COD:", "  DM_COD:", "local.yaml:1:9 DM_COD is the name of a standing value set: choose another")]
    [InlineData("HEDGEHOG: latest HEDGEHOG_COD", "HEDGEHOG: latest HEDGEHOGS_COD", "local.yaml:23:20 no value set for cluster HEDGEHOGS_COD; did you mean HEDGEHOG_COD?")]
    [InlineData("HEDGEHOG: latest HEDGEHOG_COD", "HEDGEHOG: latest HEDGEHOG_COD after HEDGEHOG_DAT", "local.yaml:23:3 HEDGEHOG goes round in a circle: HEDGEHOG → HEDGEHOG")]
    [InlineData("population: DM_REG", "population: DMX_REG", "local.yaml:27:17 unknown register DMX_REG; did you mean DM_REG?")]
    [InlineData("HEDGE1:", "DM020:", "indicator DM020 is defined twice, first in rulesets/DM.yaml")]
    [InlineData("ruleset: HEDGEHOGS", "ruleset: DM", "another file is called DM too")]
    [InlineData("HEDGEHOG_DAT > ACHV_DAT - 6 months", "HEDGEHOG_DAT > ACHV_DAT - 6", "expected")]
    [InlineData("title: Hedgehogs\n", "title: &t Hedgehogs\n", "local.yaml:2:8 anchors are not used here: write it out")]
    [InlineData("title: Hedgehogs\n", "title: *t\n", "aliases are not used here: write it out")]
    [InlineData("title: Hedgehogs\n", "title: !!str Hedgehogs\n", "local.yaml:2:8 tags are not used here: every value is text")]
    [InlineData("system: https://qoffhir.example.org/fhir/CodeSystem/sample", "system: http://snomed.info/sct", "local.yaml:12:13 HEDGEHOG-1 is no SNOMED CT identifier")]
    [InlineData("class: code", "class: animal", "local.yaml:10:12 `animal` is none of code, drug")]
    [InlineData("HEDGEHOG_COD:\n", "HEDGEHOG:\n", "local.yaml:8:3 `HEDGEHOG` is no name for a cluster: names are upper case and end in _COD")]
    public void A_mistake_is_told_with_line_and_column(string right, string wrong, string mistake)
    {
        var refused = Refused(Written.Hedgehogs.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(mistake, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_mistakes_are_told_at_once()
    {
        var text = Written.Hedgehogs.Replace("DM_REG", "DMM_REG", StringComparison.Ordinal).Replace("latest HEDGEHOG_COD", "latest HEDGEHOGS_COD", StringComparison.Ordinal);

        Assert.Equal(2, Refused(text).Mistakes.Count(m => m.Text.Contains("did you mean", StringComparison.Ordinal)));
    }

    private static PracticeRecords Practice()
    {
        var builder = new PracticeRecordsBuilder();
        var diabetes = Rulebook.Library.Framework("qof-england-2026-27").Plan.Clusters.Single(c => c.Name == "DM_COD").Codes.Order(StringComparer.Ordinal).First();
        foreach (var (name, on) in new[] { ("seen", "2026-10-01"), ("due", "2026-05-30"), ("well", "2026-10-01") })
        {
            var patient = builder.AddPatient(new Patient(name, new DateOnly(1960, 1, 1), Sex.NotKnown, Sample: true));
            if (name != "well")
            {
                builder.AddEvent(patient, new RecordedEvent(new DateOnly(2010, 1, 1), builder.Concepts.Intern([diabetes]), EventClass.Code, "Condition/1"));
            }

            builder.AddEvent(patient, new RecordedEvent(SpecTable.Day(on), builder.Concepts.Intern(["sample|HEDGEHOG-1"]), EventClass.Code, "Observation/1"));
        }

        return builder.Build();
    }

    private static ImprovementModule Read(string text) => Rulebook.Library.LocalModule("local.yaml", Encoding.UTF8.GetBytes(text));

    private static DefinitionException Refused(string text) => Assert.Throws<DefinitionException>(() => Read(text));
}
