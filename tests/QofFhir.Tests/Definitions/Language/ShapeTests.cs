namespace QofFhir.Tests.Definitions.Language;

public sealed class ShapeTests
{
    [Fact]
    public void Five_mistakes_give_five_messages_with_their_places()
    {
        var compiled = Compiled.Check("""
            fields:
              latest: HBA
              BP: latest BP_COD with pressure in
            conditions:
              IN_YEAR: "HBA_DAT > PPED - 12 month and HBA_DAT < PPED or HBA_DAT is present"
            indicators:
              T001:
                title: t
                population: everyone
                rules:
                  - { exclude: OLD, when: "HBAX_DAT is present" }
                  - { achieve: "IN_YEAR", colour: red }
                  - { adjust: LATE, reason: too-late, when: "BP_SYS > 1" }
            """);

        Assert.Equal(
        [
            "T:6:35 expected `with`, `new episode`, `after`, `before`, `on`, `at least` or the end here, not `in`",
            "T:8:58 `and` and `or` are mixed: put one of them in brackets",
            "T:14:32 unknown field HBAX; did you mean HBA?",
            "T:15:31 unknown key `colour` in the `achieve` row; known: achieve, rule, versions, source",
            "T:16:33 `too-late` is no reason; write unsuitable, patient-chose-not-to, did-not-respond, service-not-available, newly-diagnosed or newly-registered",
        ], compiled.Mistakes);
    }

    [Theory]
    [InlineData("colour: red", "T:4:1 unknown key `colour` in a ruleset; known: ruleset, title, source, include, clusters, fields, conditions, rows, registers, indicators, strata")]
    [InlineData("fields: [a]", "T:4:9 `fields` is a map from names to definitions")]
    [InlineData("fields: { A: [x] }\nconditions: { C: A_DAT is present }", "T:4:14 a field is one text")]
    [InlineData("conditions: { a: PAT_AGE > 1 }", "T:4:15 `a` is no name for a condition: names are upper case")]
    [InlineData("conditions: { A_DAT: PAT_AGE > 1 }", "T:4:15 A_DAT reads as a field's date or value: give the condition another name")]
    [InlineData("clusters: { A_COD: [B_COD] }", "T:4:13 A_COD is the name of a cluster: a union needs one without _COD")]
    [InlineData("registers: { A_REG: { rules: [select] } }", "T:4:14 a register needs `title`")]
    [InlineData("registers: { A_REG: { title: t, rules: [choose] } }", "T:4:41 a row of a register says either select or reject")]
    [InlineData("registers: { A_REG: { title: t, rules: [{ select: PAT_AGE > 1, reject: PAT_AGE < 1 }, select] } }", "T:4:64 a row of a register says either select or reject")]
    [InlineData("registers: { A_REG: { title: t, rules: [{ select: PAT_AGE > 1 }] } }", "T:4:14 A_REG must end in a plain `select` or `reject` for everyone who is left")]
    [InlineData("registers: { A_REG: { title: t, rules: [select, { reject: PAT_AGE > 1 }] } }", "T:4:49 no one reaches this row: the one above takes everyone")]
    [InlineData("indicators: { T001: { title: t } }", "T:4:15 an indicator has exactly one of population, register, attest")]
    [InlineData("indicators: { T001: { title: t, attest: Done, register: A_REG } }", "T:4:47 an indicator has exactly one of population, register, attest")]
    [InlineData("indicators: { T001: { title: t, population: everyone } }", "T:4:15 an indicator needs `rules`")]
    [InlineData("indicators: { T001: { title: t, population: everyone, rules: [{ exclude: A, when: PAT_AGE > 1 }] } }", "T:4:15 T001 has no `achieve` row")]
    [InlineData("rows: { B: { rules: [{ excluded: A, when: PAT_AGE > 1 }] } }", "T:4:22 a row says exactly one of exclude, achieve, adjust, owe, use")]
    [InlineData("rows: { B: { rules: [{ exclude: A, achieve: PAT_AGE > 1 }] } }", "T:4:36 a row says exactly one of exclude, achieve, adjust, owe, use")]
    [InlineData("rows: { B: { rules: [{ exclude: A }] } }", "T:4:22 the `exclude` row needs `when`")]
    [InlineData("rows: { B: { rules: [{ exclude: a, when: PAT_AGE > 1 }] } }", "T:4:33 `a` is no label: labels are upper case, as in CQRS")]
    [InlineData("rows: { B: { rules: [{ adjust: A, when: PAT_AGE > 1 }] } }", "T:4:22 the `adjust` row needs `reason`")]
    [InlineData("rows: { B: { rules: [{ achieve: [] }] } }", "T:4:33 this is a condition, or a list of them")]
    [InlineData("rows: { B: { rules: [{ owe: [[a]] }] } }", "T:4:30 a line is one condition")]
    [InlineData("rows: { B: { rules: [{ achieve: PAT_AGE > 1, source: { evidence: guessed } }] } }", "T:4:66 `guessed` is none of found, confirmed, inferred, recalled")]
    public void A_wrong_shape_is_told(string parts, string expected) => Assert.Equal([expected], Compiled.Check(parts).Mistakes);

    [Fact]
    public void A_ruleset_says_its_name_title_and_source() =>
        Assert.Equal(
            ["T:1:1 a ruleset needs `source`", "T:1:1 a ruleset needs `title`", "T:1:10 the ruleset is called as its file: T"],
            Compiled.From(("rulesets/T.yaml", "ruleset: U\n")).Mistakes);

    [Fact]
    public void A_condition_stays_on_one_line() =>
        Assert.Equal(
            ["T:5:9 this stays on one line: make a longer one a list, or name a part under `conditions`"],
            Compiled.Check("conditions:\n  LONG: PAT_AGE > 1\n    and PAT_AGE < 9\n").Mistakes);

    [Fact]
    public void An_achieve_row_below_an_adjust_row_is_a_mistake_and_an_exclude_row_below_achieve_is_none() =>
        Assert.Equal(
            ["T:10:11 an `achieve` row stands above every `adjust`: care that was given always counts"],
            Compiled.Check("""
                indicators:
                  T001:
                    title: t
                    population: everyone
                    rules:
                        - { adjust: A, reason: unsuitable, when: "PAT_AGE > 90" }
                        - { achieve: "PAT_AGE > 1" }
                  T002:
                    title: t
                    population: everyone
                    rules:
                        - { achieve: "PAT_AGE > 1" }
                        - { exclude: B, when: "PAT_AGE > 9" }
                        - { owe: "PAT_AGE > 8" }
                        - { adjust: A, reason: unsuitable, when: "PAT_AGE > 7" }
                """).Mistakes);

    [Fact]
    public void A_label_has_one_reason_in_a_ruleset() =>
        Assert.Equal(
            ["T:8:30 A has another reason in line 7: a label has one"],
            Compiled.Check("""
                rows:
                  B:
                    rules:
                      - { adjust: A, reason: unsuitable, when: "PAT_AGE > 90" }
                      - { adjust: A, reason: did-not-respond, when: "PAT_AGE > 80" }
                """).Mistakes);

    [Fact]
    public void A_label_is_no_field()
    {
        // A label may be called as a field, or as the date of a field that is not there.
        var compiled = Compiled.Ruleset("""
            fields: { latest: XSAL }
            indicators:
              T001:
                title: t
                population: everyone
                rules:
                  - { exclude: MDRV_DAT, when: "PAT_AGE > 90" }
                  - { achieve: "PAT_AGE > 1" }
                  - { adjust: XSAL, reason: unsuitable, when: "XSAL_DAT is present" }
            """);

        Assert.Empty(compiled.Mistakes);
        Assert.Equal(["MDRV_DAT", "achieve", "XSAL"], compiled.Fraction().Rows.Select(r => r.Name));
        Assert.Equal(["XSAL"], compiled.Plan.Fields.Select(f => f.Name));
    }

    [Fact]
    public void A_label_does_not_make_a_field_used() =>
        Assert.Equal(
            ["T:4:19 no rule uses field XSAL"],
            Compiled.Check("""
                fields: { latest: XSAL }
                rows: { B: { rules: [{ exclude: XSAL_DAT, when: PAT_AGE > 90 }] } }
                """).Mistakes);

    [Fact]
    public void A_row_inherits_its_source_and_may_say_another()
    {
        var compiled = Compiled.Ruleset("""
            indicators:
              T001:
                title: t
                source: { evidence: inferred }
                population: everyone
                rules:
                  - { exclude: A, when: "PAT_AGE > 90", rule: 1, source: { document: letter, evidence: recalled } }
                  - { achieve: ["PAT_AGE > 1", "PAT_AGE < 80"], rule: 2 }
            """);

        var (first, second) = (compiled.Fraction().Rows[0], compiled.Fraction().Rows[1]);
        Assert.Equal("letter, Recalled, rule 1", $"{first.Source.Document}, {first.Source.Certainty}, rule {first.Rule}");
        Assert.Equal("here, Inferred, rule 2", $"{second.Source.Document}, {second.Source.Certainty}, rule {second.Rule}");
        Assert.Equal(["PAT_AGE > 1", "PAT_AGE < 80"], second.Lines.Select(l => l.Text));
    }
}
