namespace QofFhir.Tests.Definitions.Language;

public sealed class NameTests
{
    private const string Shared = "ruleset: SHARED\ntitle: t\nsource: { document: d, evidence: found }\n";

    [Theory]
    [InlineData("A: latest A_COD after A_DAT", "T:5:3 A goes round in a circle: A → A")]
    [InlineData("A: latest A_COD after B_DAT\n  B: latest B_COD after C_DAT\n  C: date A_DAT", "T:5:3 A goes round in a circle: A → B → C → A")]
    [InlineData("A: 'number of (OLD; PAT_AGE > 1)'\nconditions:\n  OLD: A_NUM > 1", "T:5:3 A goes round in a circle: A → OLD → A")]
    [InlineData("A: 'number of (in T_REG)'\nregisters:\n  T_REG: { title: t, rules: [{ select: A_NUM > 1 }, reject] }", "T:5:3 A goes round in a circle: A → T_REG → A")]
    public void A_definition_that_comes_back_to_itself_is_a_mistake(string fields, string expected) =>
        Assert.Equal([expected], Compiled.Check($"fields:\n  {fields}").Mistakes);

    [Fact]
    public void Circles_of_conditions_registers_and_unions_are_mistakes_too() =>
        Assert.Equal(
        [
            "T:4:13 A goes round in a circle: A → B → A",
            "T:7:3 C goes round in a circle: C → D → C",
            "T:10:3 E_REG goes round in a circle: E_REG → F_REG → E_REG",
        ],
            Compiled.Check("""
                clusters: { A: [B], B: [A] }
                fields: { X: latest A }
                conditions:
                  C: D and X_DAT is present
                  D: not (C)
                registers:
                  E_REG: { title: t, rules: [{ reject: in F_REG }, select] }
                  F_REG: { title: t, rules: [{ reject: in E_REG }, select] }
                """).Mistakes);

    [Fact]
    public void A_circle_is_told_once_wherever_it_is_entered() =>
        Assert.Equal(
            ["T:5:3 A goes round in a circle: A → B → A"],
            Compiled.Ruleset("""
                fields:
                  A: latest A_COD after B_DAT
                  B: latest B_COD after A_DAT
                indicators:
                  T001: { title: t, population: everyone, rules: [{ achieve: B_DAT is present }] }
                """).Mistakes);

    [Fact]
    public void Included_names_are_seen_and_mean_what_they_mean_at_home()
    {
        var compiled = Compiled.From(
            ("rulesets/SHARED.yaml", Shared + """
                clusters: { PAIR: [A_COD, B_COD] }
                fields: { BOTH: latest PAIR, HIDDEN: latest H_COD }
                conditions: { IN_YEAR: BOTH_DAT > HIDDEN_DAT }
                rows: { SAME: { rules: [{ achieve: IN_YEAR }] } }
                registers: { S_REG: { title: t, rules: [select] } }
                """),
            ("rulesets/T.yaml", Compiled.Head + """
                include: [SHARED]
                fields: { OWN: latest PAIR after BOTH_DAT }
                indicators:
                  T001: { title: t, population: S_REG, rules: [{ exclude: A, when: IN_YEAR or OWN_DAT is present }, { use: SAME }] }
                """),
            Compiled.Listing("  T001:"));

        Assert.Empty(compiled.Mistakes);
        Assert.Equal(["BOTH", "HIDDEN", "OWN"], compiled.Plan.Fields.Select(f => f.Name));
        Assert.Equal(["A", "achieve"], compiled.Fraction().Rows.Select(r => r.Name));
    }

    [Fact]
    public void A_name_of_another_ruleset_is_not_seen_without_include() =>
        Assert.Equal(
            ["SHARED:4:11 no rule uses field A", "T:4:18 unknown field A"],
            Compiled.From(
                ("rulesets/SHARED.yaml", Shared + "fields: { A: latest A_COD }"),
                ("rulesets/T.yaml", Compiled.Head + "conditions: { C: A_DAT is present }"))
            .Mistakes);

    [Fact]
    public void A_name_defined_here_and_in_an_included_ruleset_is_a_mistake() =>
        Assert.Equal(
            ["T:5:11 field A is defined twice, also in rulesets/SHARED.yaml line 4", "T:6:15 condition C is defined twice, also in rulesets/SHARED.yaml line 5"],
            Compiled.From(
                ("rulesets/SHARED.yaml", Shared + "fields: { A: latest A_COD }\nconditions: { C: A_DAT is present }"),
                ("rulesets/T.yaml", Compiled.Head + "include: [SHARED]\nfields: { A: latest A_COD }\nconditions: { C: A_DAT is present }")).Mistakes);

    [Fact]
    public void Registers_and_indicators_share_one_name_space() =>
        Assert.Equal(
        [
            "U:4:14 register X_REG is defined twice, first in rulesets/T.yaml line 4",
            "U:5:15 indicator T001 is defined twice, first in rulesets/T.yaml line 5",
        ],
            Compiled.From(
                ("rulesets/T.yaml", Compiled.Head + "registers: { X_REG: { title: t, rules: [select] } }\nindicators: { T001: { title: t, attest: Done } }"),
                ("rulesets/U.yaml", Compiled.Head.Replace("ruleset: T", "ruleset: U", StringComparison.Ordinal)
                    + "registers: { X_REG: { title: t, rules: [select] } }\nindicators: { T001: { title: t, attest: Done } }")).Mistakes);

    [Fact]
    public void An_unknown_include_is_a_mistake() =>
        Assert.Equal(["T:4:11 unknown ruleset SHARD"], Compiled.Check("include: [SHARD]").Mistakes);

    [Fact]
    public void A_file_that_cannot_be_read_costs_its_readers_no_further_messages()
    {
        var compiled = Compiled.From(
            ("rulesets/SHARED.yaml", Shared + "fields: { A: latest A_COD"),
            ("rulesets/T.yaml", Compiled.Head + "include: [SHARED]\nconditions: { C: A_DAT is present and IN_YEAR and in A_REG }"));

        Assert.StartsWith("SHARED:", Assert.Single(compiled.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_fields_of_two_rulesets_are_one_and_different_ones_stay_two()
    {
        const string parts = """
            fields: { SAME: latest S_COD, BP: latest BP_COD{0} }
            indicators:
              {1}: { title: t, population: everyone, rules: [{ achieve: SAME_DAT > BP_DAT }] }
            """;
        var compiled = Compiled.From(
            ("rulesets/T.yaml", Compiled.Head + parts.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "T001", StringComparison.Ordinal)),
            ("rulesets/U.yaml", Compiled.Head.Replace("ruleset: T", "ruleset: U", StringComparison.Ordinal)
                + parts.Replace("{0}", " with pressure", StringComparison.Ordinal).Replace("{1}", "T002", StringComparison.Ordinal)),
            Compiled.Listing("  T001:\n  T002:", rulesets: "T, U"));

        Assert.Empty(compiled.Mistakes);
        Assert.Equal(["SAME", "BP", "BP"], compiled.Plan.Fields.Select(f => f.Name));
    }

    [Fact]
    public void A_field_that_no_rule_uses_is_a_mistake_and_an_unused_condition_a_note()
    {
        var compiled = Compiled.Check("fields: { A: latest A_COD }\nclusters: { U: [B_COD] }\nconditions: { C: PAT_AGE > 1 }\nrows: { B: { rules: [{ achieve: PAT_AGE > 1 }] } }");

        Assert.Equal(["T:4:11 no rule uses field A"], compiled.Mistakes);
        Assert.Equal(["T:5:13 no field reads U", "T:6:15 no rule uses condition C", "T:7:9 no table uses B"], compiled.Notes);
    }

    [Fact]
    public void A_cluster_is_read_in_one_unit() =>
        Assert.Equal(
            ["T:6:40 A_COD is read in mmol/mol by another field, here in %", "T:7:19 A_COD is read in mmol/mol by another field, here in no unit"],
            Compiled.Check("""
                fields:
                  A: latest A_COD with value in mmol/mol
                  B: latest B_COD, A_COD with value in %
                  C: latest A_COD with value > 3
                conditions: { D: A_VAL > 1 and B_VAL > 1 and C_VAL > 1 }
                """).Mistakes);

    [Theory]
    [InlineData("not (A_DAT > PPED)", "T:5:19 this `not` also holds for a patient without A_DAT; if that is not meant, turn the comparison round")]
    [InlineData("not (A_VAL > 2)", "T:5:19 this `not` also holds for a patient without A_VAL; if that is not meant, turn the comparison round")]
    [InlineData("not (later of (A_DAT, PPSD) > PPED)", null)]
    [InlineData("not (PAT_AGE > 2)", null)]
    [InlineData("not (A_DAT is present)", null)]
    public void A_not_round_a_comparison_of_what_may_be_absent_is_noted(string condition, string? note)
    {
        var compiled = Compiled.Check($"fields: {{ A: latest A_COD with value }}\nconditions: {{ C: \"{condition} or A_DAT is absent\" }}\nrows: {{ B: {{ rules: [{{ achieve: C }}] }} }}\nindicators: {{ T001: {{ title: t, population: everyone, rules: [{{ use: B }}] }} }}");

        Assert.Empty(compiled.Mistakes);
        Assert.Equal(note is null ? [] : [note], compiled.Notes);
    }

    [Fact]
    public void An_achieve_row_that_rests_on_a_bound_moving_with_the_period_is_noted()
    {
        var compiled = Compiled.Check("""
            fields:
              INVITE: earliest I_COD on or after PPSD
              AFTER: earliest A_COD after INVITE_DAT
              DECLINE: latest D_COD after PPED - 1 year
            indicators:
              T001:
                title: t
                population: everyone
                rules:
                  - { achieve: "AFTER_DAT is present" }
                  - { adjust: NO, reason: unsuitable, when: "DECLINE_DAT is present" }
            """);

        Assert.Empty(compiled.Mistakes);
        Assert.Equal(
            ["T:5:3 an achieve row rests on INVITE, whose bound moves with the period: a window is better put in the condition"],
            compiled.Notes);
    }
}
