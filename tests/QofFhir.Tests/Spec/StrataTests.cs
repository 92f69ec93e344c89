using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Tests.House;
using QofFhir.Tests.SampleGp;

namespace QofFhir.Tests.Spec;

/// <summary>Which group each patient is in. The columns behind the events are strata.</summary>
public sealed class StrataTests
{
    private const string Year = "qof-england-2025-26";

    /// <summary>Deficits that one diagnosis gives and nothing else touches.</summary>
    private static readonly string[] Plain =
    [
        "EFIARTHRITIS", "EFICHD", "EFIDIABETES", "EFIDIZZINESS", "EFIDYSPNOEA", "EFIFOOT", "EFIFRACTURE", "EFIHEARING", "EFIHF",
        "EFIVALVE", "EFIHOUSEBOUND", "EFIHYPOTENSION", "EFIMOBILITY",
    ];

    /// <summary>The framework with a code pack that fills the clusters of the index, loaded once.</summary>
    private static readonly Lazy<Framework> WithDeficits = new(LoadWithDeficits);

    [Fact]
    public void Age_and_sex() => Holds(Rulebook.Library.Framework(Year), """
        patient    | born       | sex    | events | age-band    | sex
        newborn    | 2026-03-31 | female |        | 0 to 17     | female
        17         | 2008-04-01 | male   |        | 0 to 17     | male
        18         | 2008-03-31 |        |        | 18 to 39    | not known
        39         | 1986-04-01 |        |        | 18 to 39    | not known
        40         | 1986-03-31 |        |        | 40 to 64    | not known
        64         | 1961-04-01 |        |        | 40 to 64    | not known
        65         | 1961-03-31 |        |        | 65 to 79    | not known
        79         | 1946-04-01 |        |        | 65 to 79    | not known
        80         | 1946-03-31 |        |        | 80 and over | not known
        """);

    [Fact]
    public void The_latest_degree_of_frailty_decides_and_of_one_day_the_highest() => Holds(Rulebook.Library.Framework(Year), """
        patient           | born       | events                                                       | frailty
        none              | 1940-01-01 |                                                              | not coded
        mild              | 1940-01-01 | MILDFRAIL 2020-01-01                                         | mild
        moderate          | 1940-01-01 | MODFRAIL 2020-01-01                                          | moderate
        severe            | 1940-01-01 | SEVFRAIL 2020-01-01                                          | severe
        severe, then mild | 1940-01-01 | SEVFRAIL 2020-01-01, MILDFRAIL 2020-01-02                    | mild
        mild, then severe | 1940-01-01 | MILDFRAIL 2020-01-01, SEVFRAIL 2020-01-02                    | severe
        all on one day    | 1940-01-01 | MILDFRAIL 2020-01-01, MODFRAIL 2020-01-01, SEVFRAIL 2020-01-01 | severe
        two on one day    | 1940-01-01 | MILDFRAIL 2020-01-01, MODFRAIL 2020-01-01                    | moderate
        after the day     | 1940-01-01 | SEVFRAIL 2026-04-01                                          | not coded
        """);

    [Fact]
    public void The_latest_ethnicity_that_is_stated_decides() => Holds(Rulebook.Library.Framework(Year), """
        patient    | born       | events                                   | ethnicity
        not stated | 1960-01-01 |                                          | not known
        white      | 1960-01-01 | ETH2016WGT 2010-01-01                    | White
        mixed      | 1960-01-01 | ETH2016MWA 2010-01-01                    | Mixed
        asian      | 1960-01-01 | ETH2016AC 2010-01-01                     | Asian
        black      | 1960-01-01 | ETH2016BC 2010-01-01                     | Black
        other      | 1960-01-01 | ETH2016OA 2010-01-01                     | Other
        corrected  | 1960-01-01 | ETH2016WB 2010-01-01, ETH2016BA 2012-01-01 | Black
        """);

    [Fact]
    public void Registers_are_counted_by_condition() => Holds(Rulebook.Library.Framework(Year), """
        patient            | born       | events                                                              | registers
        well               | 1960-01-01 |                                                                     | 0
        one                | 1960-01-01 | DM 2010-01-01                                                       | 1
        two                | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01                                       | 2
        resolved           | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HYPRES 2011-01-01                    | 1
        three              | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, PAD 2010-01-01                       | 3
        four               | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, PAD 2010-01-01, CHD 2010-01-01       | 4 or more
        five               | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, PAD 2010-01-01, CHD 2010-01-01, LD 2010-01-01 | 4 or more
        """);

    [Fact]
    public void The_index_goes_by_the_number_of_deficits_from_age_65() => Holds(WithDeficits.Value, $"""
        patient          | born       | events       | efi
        64, 13 deficits  | 1961-04-01 | {First(13)}  | under 65
        65, 13 deficits  | 1961-03-31 | {First(13)}  | severe
        65, 5 deficits   | 1961-03-31 | {First(5)}   | mild
        none             | 1940-01-01 |              | fit
        4                | 1940-01-01 | {First(4)}   | fit
        5                | 1940-01-01 | {First(5)}   | mild
        8                | 1940-01-01 | {First(8)}   | mild
        9                | 1940-01-01 | {First(9)}   | moderate
        12               | 1940-01-01 | {First(12)}  | moderate
        13               | 1940-01-01 | {First(13)}  | severe
        4, one twice     | 1940-01-01 | {First(4)}, EFICHD 2024-01-01 | fit
        """);

    [Fact]
    public void Each_number_of_deficits_is_on_one_register_of_the_index_at_most_and_none_below_five_or_65()
    {
        string[] registers = ["EFI_MILD_REG", "EFI_MODERATE_REG", "EFI_SEVERE_REG"];
        for (var deficits = 0; deficits <= Plain.Length; deficits++)
        {
            Assert.Equal("", On(Patient($"under 65 | 1961-04-01 | {First(deficits)}")));
            var expected = deficits switch { < 5 => "", < 9 => "EFI_MILD_REG", < 13 => "EFI_MODERATE_REG", _ => "EFI_SEVERE_REG" };
            Assert.Equal(expected, On(Patient($"65 | 1961-03-31 | {First(deficits)}")));
        }

        static SpecPatient Patient(string line) => SpecTable.Of(Year, "2026-03-31", $"patient | born | events\n{line}").Patients[0];

        string On(SpecPatient patient) => string.Join(", ", registers.Where(r => IsOn(r, patient)));
    }

    [Theory]
    [InlineData("EFIACTIVITY 1990-01-01", "mild")]
    [InlineData("EFIBARTHEL 18 1990-01-01", "mild")]
    [InlineData("EFIBARTHEL 19 1990-01-01", "fit")]
    [InlineData("EFIANAEMIA 1990-01-01", "mild")]
    [InlineData("EFIAF 1990-01-01", "mild")]
    [InlineData("EFIAFSCORE 1990-01-01", "mild")]
    [InlineData("EFICOGNITIVE 1990-01-01", "mild")]
    [InlineData("EFI6CIT 8 1990-01-01", "mild")]
    [InlineData("EFI6CIT 7 1990-01-01", "fit")]
    [InlineData("EFICKD 1990-01-01", "mild")]
    [InlineData("EFIEGFR 59.9 1990-01-01", "mild")]
    [InlineData("EFIEGFR 60 1990-01-01", "fit")]
    [InlineData("EFIPROTEIN24H 151 1990-01-01", "mild")]
    [InlineData("EFIPROTEIN24H 150 1990-01-01", "fit")]
    [InlineData("EFIALBUMIN24H 21 1990-01-01", "mild")]
    [InlineData("EFIALBUMIN24H 20 1990-01-01", "fit")]
    [InlineData("EFIPCR 51 1990-01-01", "mild")]
    [InlineData("EFIPCR 50 1990-01-01", "fit")]
    [InlineData("EFIACR 3.1 1990-01-01", "mild")]
    [InlineData("EFIACR 3 1990-01-01", "fit")]
    [InlineData("EFIFALLS 1990-01-01", "mild")]
    [InlineData("EFIFALLCOUNT 1 1990-01-01", "mild")]
    [InlineData("EFIFALLCOUNT 0 1990-01-01", "fit")]
    [InlineData("EFIHYPERTENSION 1990-01-01", "mild")]
    [InlineData("EFISYS24H 136 1990-01-01", "mild")]
    [InlineData("EFISYS24H 135 1990-01-01", "fit")]
    [InlineData("EFIDIA24H 86 1990-01-01", "mild")]
    [InlineData("EFIDIA24H 85 1990-01-01", "fit")]
    [InlineData("EFIOSTEOPOROSIS 1990-01-01", "mild")]
    [InlineData("EFIHIPT -2.5 1990-01-01", "mild")]
    [InlineData("EFIHIPT -2.4 1990-01-01", "fit")]
    [InlineData("EFIPARKINSON 1990-01-01", "mild")]
    [InlineData("EFIPEPTIC 1990-01-01", "mild")]
    [InlineData("EFIPVD 1990-01-01", "mild")]
    [InlineData("EFIABPI 0.94 1990-01-01", "mild")]
    [InlineData("EFIABPI 0.95 1990-01-01", "fit")]
    [InlineData("EFICARE 1990-01-01", "mild")]
    [InlineData("EFIRESPIRATORY 1990-01-01", "mild")]
    [InlineData("EFICOPDEXAC 1 1990-01-01", "mild")]
    [InlineData("EFICOPDEXAC 0 1990-01-01", "fit")]
    [InlineData("EFIOXYGEN 1 1990-01-01", "mild")]
    [InlineData("EFIOXYGEN 0.9 1990-01-01", "fit")]
    [InlineData("EFISKINULCER 1990-01-01", "mild")]
    [InlineData("EFISLEEP 1990-01-01", "mild")]
    [InlineData("EFISOCIAL 1990-01-01", "mild")]
    [InlineData("EFISTROKE 1990-01-01", "mild")]
    [InlineData("EFITHYROID 1990-01-01", "mild")]
    [InlineData("EFITSH 0.35 1990-01-01", "mild")]
    [InlineData("EFITSH 0.36 1990-01-01", "fit")]
    [InlineData("EFITSH 5.5 1990-01-01", "fit")]
    [InlineData("EFITSH 5.6 1990-01-01", "mild")]
    [InlineData("EFIINCONTINENCE 1990-01-01", "mild")]
    [InlineData("EFIURINARY 1990-01-01", "mild")]
    [InlineData("EFIVISION 1990-01-01", "mild")]
    [InlineData("EFIWEIGHTLOSS 1990-01-01", "mild")]
    [InlineData("EFIMUST 1 1990-01-01", "mild")]
    [InlineData("EFIMUST 0 1990-01-01", "fit")]
    [InlineData("EFIEGFR 45 1990-01-01, EFIEGFR 90 2025-05-01", "mild")] // once present, always present
    public void A_fifth_deficit_by_diagnosis_or_by_value_makes_mild(string events, string expected) => Holds(WithDeficits.Value, $"""
        patient | born       | events              | efi
        one     | 1940-01-01 | {First(4)}, {events} | {expected}
        """);

    [Fact]
    public void Haemoglobin_is_low_by_sex() => Holds(WithDeficits.Value, $"""
        patient   | born       | sex    | events                           | efi
        man 129   | 1940-01-01 | male   | {First(4)}, EFIHB 129 1990-01-01 | mild
        man 130   | 1940-01-01 | male   | {First(4)}, EFIHB 130 1990-01-01 | fit
        woman 114 | 1940-01-01 | female | {First(4)}, EFIHB 114 1990-01-01 | mild
        woman 115 | 1940-01-01 | female | {First(4)}, EFIHB 115 1990-01-01 | fit
        not known | 1940-01-01 |        | {First(4)}, EFIHB 90 1990-01-01  | fit
        """);

    [Fact]
    public void Polypharmacy_is_five_different_drugs_in_twelve_months() => Holds(WithDeficits.Value, $"""
        patient          | born       | events                        | efi
        5 drugs          | 1940-01-01 | {First(4)}, {Drugs(5)}        | mild
        4 drugs          | 1940-01-01 | {First(4)}, {Drugs(4)}        | fit
        4, one twice     | 1940-01-01 | {First(4)}, {Drugs(4)}, ANYDRUG#4 2025-08-01 | fit
        fifth too early  | 1940-01-01 | {First(4)}, {Drugs(4)}, ANYDRUG#5 2025-03-31 | fit
        fifth in time    | 1940-01-01 | {First(4)}, {Drugs(4)}, ANYDRUG#5 2025-04-01 | mild
        """);

    [Fact]
    public void Without_codes_the_index_parts_nothing_and_says_why()
    {
        var strata = DefinitionLibrary.Load(Repository.Root).Framework(Year).Strata.ToDictionary(s => s.Rule.Name, s => s.Evaluability);

        Assert.Equal(EvaluabilityState.NotEvaluable, strata["efi"].State);
        Assert.StartsWith("no codes held for ", strata["efi"].Reason, StringComparison.Ordinal);
        Assert.Contains("EFIFALLS_COD", strata["efi"].Reason, StringComparison.Ordinal);
        Assert.Equal(EvaluabilityState.Complete, strata["age-band"].State);
        Assert.Equal(EvaluabilityState.Incomplete, strata["frailty"].State);
        Assert.Equal("groups lack codes of MILDFRAIL_COD (partly held): a patient may be in the wrong one", strata["frailty"].Reason);
    }

    [Theory]
    [InlineData("qof-england-2018-19")]
    [InlineData("qof-england-2019-20")]
    [InlineData("qof-england-2024-25")]
    [InlineData("qof-england-2025-26")]
    [InlineData("qof-england-2026-27")]
    public void Every_year_has_the_same_strata(string framework) => Assert.Equal(
        ["age-band", "sex", "ethnicity", "frailty", "efi", "registers", "deprivation"],
        Rulebook.Library.Framework(framework).Strata.Select(s => s.Rule.Name));

    private static void Holds(Framework framework, string table)
    {
        var spec = SpecTable.Of(Year, "2026-03-31", table);
        Assert.Empty(
            from expectation in spec.Expectations
            let patient = spec.Patients.First(p => p.Name == expectation.Patient)
            let told = GroupOf(framework, patient, expectation.Column)
            where told != expectation.Expected
            select $"{patient}: {expectation.Column} expected {expectation.Expected}, came to {told}");
    }

    /// <summary>The one group that holds the patient. BP002 is about everyone on the list.</summary>
    private static string GroupOf(Framework framework, SpecPatient patient, string stratum)
    {
        var everyone = framework with { Indicators = [.. framework.Indicators.Where(i => i.Id == "BP002")], Registers = [] };
        var records = SpecPractice.Build(framework.Plan, [patient]);
        var result = Qof.Evaluate(
            everyone with { SampleCodes = false }, records, ServiceDates.Year(new DateOnly(2026, 3, 31)));
        var parted = Qof.Stratify(result, records, [framework.Strata.Single(s => s.Rule.Name == stratum)]);
        return parted.Indicators[0].Strata[0].Groups.Single(g => g.Counts.Population == 1).Group;
    }

    private static bool IsOn(string register, SpecPatient patient)
    {
        var plan = WithDeficits.Value.Plan;
        var records = SpecPractice.Build(plan, [patient]);
        var asked = new IndicatorRule.Register([plan.Registers.Index().Single(r => r.Item.Name == register).Index])
        {
            Id = "ASKED",
            Title = "Who is on the register",
            Source = new RuleSource("this test", Certainty.Found),
        };
        var everyone = WithDeficits.Value.Indicators.Single(i => i.Id == "BP002");
        var framework = WithDeficits.Value with
        {
            SampleCodes = false,
            Plan = plan with { Indicators = [asked] },
            Indicators = [everyone with { Kind = IndicatorKind.Register, Rule = 0 }],
            Registers = [],
        };
        return Qof.Evaluate(framework, records, ServiceDates.Year(new DateOnly(2026, 3, 31))).Indicators[0].Counts!.Population == 1;
    }

    private static string First(int number) => string.Join(", ", Plain.Take(number).Select(p => p + " 2010-01-01"));

    private static string Drugs(int number) => string.Join(", ", Enumerable.Range(1, number).Select(n => $"ANYDRUG#{n} 2025-06-01"));

    private static Framework LoadWithDeficits()
    {
        using var pack = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "valuesets"), "*.json")
            .Where(f => Path.GetFileName(f) is var n && (n.StartsWith("EFI", StringComparison.Ordinal) || n == "ANYDRUG_COD.json")))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var codes = Enumerable.Range(1, name == "ANYDRUG_COD" ? 6 : 1)
                .Select(n => $$"""{ "system": "https://example.org/efi", "code": "{{name}}-{{n}}" }""");
            File.WriteAllText(Path.Combine(pack.Path, name + ".json"), $$"""
                {
                  "resourceType": "ValueSet", "name": "{{name}}", "version": "1", "status": "active",
                  "extension": [
                    { "url": "https://qoffhir.example.org/fhir/StructureDefinition/cluster-class", "valueCode": "{{(name == "ANYDRUG_COD" ? "drug" : "code")}}" },
                    { "url": "https://qoffhir.example.org/fhir/StructureDefinition/completeness", "valueCode": "full" }
                  ],
                  "expansion": { "timestamp": "2026-04-01", "contains": [{{string.Join(", ", codes)}}] }
                }
                """);
        }

        var library = DefinitionLibrary.Load(Repository.Root, pack.Path);
        Assert.Empty(library.Mistakes);
        var framework = library.Framework(Year);
        Assert.Equal(EvaluabilityState.Complete, framework.Strata.Single(s => s.Rule.Name == "efi").Evaluability.State);
        return framework;
    }
}
