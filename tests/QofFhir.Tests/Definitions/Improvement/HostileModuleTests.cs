using System.Diagnostics;
using System.Globalization;
using System.Text;
using QofFhir.Definitions;
using QofFhir.Definitions.Improvement;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Definitions.Improvement;

/// <summary>Whatever somebody uploads as a module, it is answered soon, with a reason, and the program lives on.</summary>
public sealed class HostileModuleTests
{
    private const string Head = """
        module: m
        title: t
        rules: 51
        source: { document: d, evidence: found }
        rulesets: [M]
        measures: [M1]
        requirements: []
        ---
        ruleset: M
        title: t
        source: { document: d, evidence: found }

        """;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static readonly LocalModuleLimits Large = new(Bytes: 4 << 20);

    [Fact]
    public void A_bomb_of_aliases_never_unfolds()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Refused(bomb.ToString(), "anchors are not used here");
    }

    [Fact]
    public void Ten_megabytes_are_refused_by_their_size() => Refused(new string('x', 10 << 20), "has 10485760 bytes; at most 262144 are allowed");

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_ends_nothing_but_the_reading(string open) => Refused(Repeated(open), "");

    [Theory]
    [InlineData("(")]
    [InlineData("not (")]
    [InlineData("number of (")]
    public void Deep_brackets_in_a_condition_end_nothing_but_the_reading(string open) =>
        Refused(Head + $"indicators:\n  M1: {{ title: t, population: everyone, rules: [ {{ achieve: \"{Repeated(open)}\" }} ] }}\n", "");

    [Fact]
    public void A_hundred_thousand_rules_are_refused_by_their_number()
    {
        var rules = new StringBuilder(Head + "indicators:\n  M1: { title: t, population: everyone, rules: [\n");
        for (var i = 0; i < 100_000; i++)
        {
            rules.Append("    {achieve: PAT_AGE > 1},\n");
        }

        Refused(rules + "  ] }\n", "rules; at most 1000 are allowed", Large);
    }

    [Fact]
    public void Conditions_that_double_each_other_are_refused_by_their_cost() => Refused(
        Head + "conditions:\n  C0: PAT_AGE > 1\n" + Chain(1, 60, i => $"  C{i}: C{i - 1} and C{i - 1}\n")
        + "indicators:\n  M1: { title: t, population: everyone, rules: [ { achieve: C60 } ] }\n", "steps; at most 20000 are allowed");

    [Fact]
    public void Conditions_that_double_each_other_are_refused_where_nothing_uses_them() => Refused(
        Head + "conditions:\n  C0: PAT_AGE > 1\n" + Chain(1, 60, i => $"  C{i}: C{i - 1} and C{i - 1}\n")
        + "registers:\n  M_REG: { title: t, rules: [ { select: C60 }, reject ] }\n"
        + "indicators:\n  M1: { title: t, population: everyone, rules: [ { achieve: C60 } ] }\n", "steps; at most 20000 are allowed");

    [Fact]
    public void Counts_of_counts_are_refused_by_their_cost() => Refused(
        Head + "conditions:\n  C0: PAT_AGE > 1\n" + Chain(1, 60, i => $"  C{i}: number of (C{i - 1}; C{i - 1}) >= 1\n")
        + "indicators:\n  M1: { title: t, population: everyone, rules: [ { achieve: C60 } ] }\n", "steps; at most 20000 are allowed");

    [Fact]
    public void Blocks_that_double_each_other_are_refused_by_their_rows() => Refused(
        Head + "rows:\n  B0: { rules: [ { achieve: PAT_AGE > 1 } ] }\n" + Chain(1, 60, i => $"  B{i}: {{ rules: [ {{ use: B{i - 1} }}, {{ use: B{i - 1} }} ] }}\n")
        + "indicators:\n  M1: { title: t, population: everyone, rules: [ { use: B60 } ] }\n", "there are more than 50000 rows");

    [Fact]
    public void A_long_chain_of_fields_is_refused_by_its_length() => Refused(
        Head + "fields:\n  F0: latest DM_COD\n" + Chain(1, 900, i => $"  F{i}: latest DM_COD after F{i - 1}_DAT\n")
        + "indicators:\n  M1: { title: t, population: everyone, rules: [ { achieve: F900_DAT is present } ] }\n", "a chain of more than 100 definitions");

    [Fact]
    public void Fields_that_name_each_other_are_a_circle() => Refused(
        Head + "fields:\n  A: latest DM_COD after B_DAT\n  B: latest DM_COD after A_DAT\n"
        + "indicators:\n  M1: { title: t, population: everyone, rules: [ { achieve: A_DAT is present } ] }\n", "local.yaml:13:3 A goes round in a circle: A → B → A");

    [Fact]
    public void A_name_as_long_as_the_file_is_not_compared_with_every_other() => Refused(
        Head + $"indicators:\n  M1: {{ title: t, population: {new string('A', 200_000)}, rules: [ {{ achieve: PAT_AGE > 1 }} ] }}\n", "unknown register AAA");

    [Fact]
    public void Thousands_of_mistakes_are_told_by_the_first() =>
        Assert.Equal(new LocalModuleLimits().Mistakes, Refused(Chain(1, 20_000, i => $"k{i}: v\n"), "unknown key `k1`").Mistakes.Count);

    [Theory]
    [InlineData("---\n---\n---\n")]
    [InlineData("a: b\n---\nc: d\n---\ne: f\n")]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("module: m\n---\n")]
    [InlineData("module: [m\n")]
    [InlineData("%YAML 1.1\n")]
    [InlineData("module: m\n--- \nruleset")]
    public void What_is_no_module_is_refused(string text) => Refused(text, "");

    [Theory]
    [InlineData("module: m # \0\n", "it is no text")]
    [InlineData("module: m\nyears: [9999-04-01]\n", "`9999-04-01` is no first day")]
    [InlineData("module: m\nyears: [0001-04-01]\n", "`0001-04-01` is no first day")]
    [InlineData("module: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nrequirements:\n  - { id: said, kind: attested, text: t }\n", "of said have more than 52 signs together")]
    public void What_would_break_those_who_keep_or_write_it_is_refused(string text, string reason) => Refused(text, reason);

    [Theory]
    [InlineData("QI001")]
    [InlineData("QIECD005")]
    [InlineData("DM020")]
    public void What_a_year_pays_is_not_earned_by_a_module_from_elsewhere(string indicator) => Refused(
        "module: m\ntitle: t\nsource: { document: d, evidence: found }\nrequirements:\n  - { id: said, kind: attested, text: t }\n"
        + $"indicators:\n  - {{ id: {indicator}, title: t, points: 999, certainty: found, requirements: [said] }}\n", $"{indicator} is the name of a standing indicator");

    [Fact]
    public void What_is_no_text_is_refused() => Assert.Contains(
        "local.yaml:1:1 this is no UTF-8", Assert.Throws<DefinitionException>(() => Rulebook.Library.LocalModule("local.yaml", [0xFF, 0xFE, 0x00])).Message, StringComparison.Ordinal);

    private static string Repeated(string open) => string.Concat(Enumerable.Repeat(open, 120_000 / open.Length));

    private static string Chain(int from, int to, Func<int, string> line) => string.Concat(Enumerable.Range(from, to - from + 1).Select(line));

    private static DefinitionException Refused(string text, string reason, LocalModuleLimits? limits = null)
    {
        var watch = Stopwatch.StartNew();
        var refused = Assert.Throws<DefinitionException>(() => Rulebook.Library.LocalModule("local.yaml", Encoding.UTF8.GetBytes(text), limits));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < Soon, $"it took {watch.Elapsed}");
        return refused;
    }
}
