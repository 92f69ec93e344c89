using QofFhir.Definitions;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Tests.Definitions.Language;

public sealed class YamlTests
{
    [Theory]
    [InlineData("title: on", "on")]
    [InlineData("title: no", "no")]
    [InlineData("title: 1.10", "1.10")]
    [InlineData("title: 2019-04-01", "2019-04-01")]
    [InlineData("title: null", "null")]
    [InlineData("title: ~", "~")]
    [InlineData("title: 'it''s'", "it's")]
    [InlineData("title: \"a\\tb\"", "a\tb")]
    public void Every_scalar_stays_text(string yaml, string expected)
    {
        var (node, mistakes) = Read(yaml);

        Assert.Empty(mistakes);
        Assert.Equal(expected, ((YamlNode.Text)((YamlNode.Map)node!).Find("title")!).Value);
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3", "T:3:1 `a` stands here twice, first in line 1")]
    [InlineData("a: &x 1\nb: 2", "T:1:4 anchors are not used here: write it out")]
    [InlineData("a: [1]\nb: *x", "T:2:4 aliases are not used here: write it out")]
    [InlineData("a: !!str 1", "T:1:4 tags are not used here: every value is text")]
    [InlineData("a:\n\tb: 1", "T:2:1 a tab: use blanks")]
    [InlineData("a: 1\tb", "T:1:5 a tab: use blanks")]
    [InlineData("a: 1\n---\nb: 2", "T:2:1 a file holds one document: leave `---` out")]
    [InlineData("", "T:1:1 the file is empty")]
    [InlineData("# nothing\n", "T:1:1 the file is empty")]
    [InlineData("? [a]\n: b", "T:1:3 a key is a name")]
    [InlineData("a: [1, 2\nb: 3", "T:1:6 no YAML from here on: a bracket is not closed")]
    public void What_is_refused_is_told_with_its_place(string yaml, string expected) =>
        Assert.Equal([expected], Read(yaml).Mistakes);

    [Theory]
    [InlineData("a: 'x", 1, 4)]
    [InlineData("a: 1\nb: c: d", 2, 5)]
    [InlineData("- a\nb: 1", 2, 1)]
    [InlineData("a: @b", 1, 4)]
    [InlineData("{", 2, 1)]
    public void Text_that_is_no_YAML_is_told_with_its_place(string yaml, int line, int column) =>
        Assert.StartsWith($"T:{line}:{column} no YAML from here on: ", Assert.Single(Read(yaml).Mistakes), StringComparison.Ordinal);

    [Fact]
    public void Mistakes_above_the_place_where_YAML_ends_are_told_with_it()
    {
        const string Parts = """
            fields:
              A: latest A_COD wit value
              B: latest B_COD aftr A_DAT
              earliest: SEEN low
            conditions:
              C: "SEEN_DAT == PPED"
            registers:
              R_REG: { title: t, rules: [{ select: "SEEN_DAT is presnt" }, reject] }
            indicators:
              T001: { title: t, population: R_REG, rules: [{ achieve: "ELSEWHERE_DAT is present" }] }
              T002: { title: t, population: R_REG, rules: [{ achieve: "B_DAT > PPED - 12 months }] }
            """;

        Assert.Equal(
            [
                Compiled.PlaceOf("wit value", Parts) + " expected `with`, `new episode`, `after`, `before`, `on`, `at least` or the end here, not `wit`",
                Compiled.PlaceOf("aftr", Parts) + " expected `with`, `new episode`, `after`, `before`, `on`, `at least` or the end here, not `aftr`",
                Compiled.PlaceOf("low", Parts) + " `low` is no name for a field: names are upper case",
                Compiled.PlaceOf("==", Parts) + " write `=`",
                Compiled.PlaceOf("presnt", Parts) + " expected `present` or `absent` here, not `presnt`",
                Compiled.PlaceOf("\"B_DAT >", Parts) + " no YAML from here on: While scanning a quoted scalar, found unexpected end of stream.",
            ],
            Compiled.Check(Parts).Mistakes);
    }

    [Fact]
    public void A_framework_that_stops_being_YAML_tells_its_other_mistakes_too() =>
        Assert.Equal(
            ["F:4:7 `9999` is no first day of a service year; write it as 2026-04-01", "F:5:8 no YAML from here on: While scanning a quoted scalar, found unexpected end of stream."],
            Compiled.From(("frameworks/F.yaml", "framework: F\ntitle: t\ncountry: England\nyear: 9999\nrules: '51\n")).Mistakes);

    [Fact]
    public void Anchor_duplicate_and_tab_are_told_at_once() =>
        Assert.Equal(
            [
                "T:1:4 anchors are not used here: write it out",
                "T:2:1 `a` stands here twice, first in line 1",
                "T:3:5 a tab: use blanks",
            ],
            Read("a: &x 1\na: 2\nb: 3\t4").Mistakes);

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_overflow_the_stack() =>
        Assert.Equal(
            ["T:1:33 nested deeper than 32 levels"],
            Read(new string('[', 2_000) + new string(']', 2_000)).Mistakes);

    [Fact]
    public void Deep_nesting_that_is_never_closed_comes_to_an_end() =>
        Assert.Equal(["T:1:33 nested deeper than 32 levels"], Read(new string('[', 200_000)).Mistakes);

    [Theory]
    [InlineData("a: PPED ! 1", 9)]
    [InlineData("a: 'PPED ! 1'", 10)]
    [InlineData("a: \"PPED ! 1\"", 10)]
    [InlineData("a: 'it''s ! 1'", 11)]
    [InlineData("a: \"\\x41\\u0042\\\" ! 1\"", 18)]
    [InlineData("\uFEFFa: \"x ! 1\"", 7)]
    public void A_character_behind_quotes_and_escapes_keeps_its_column(string yaml, int column)
    {
        var text = (YamlNode.Text)((YamlNode.Map)Read(yaml).Node!).Find("a")!;

        Assert.Equal(column, text.At(text.Value.IndexOf('!', StringComparison.Ordinal)).Column);
    }

    [Theory]
    [InlineData("a: one\n  two")]
    [InlineData("a: 'one\n  two'")]
    [InlineData("a: \"one\\\n  two\"")]
    [InlineData("a: |\n  one")]
    [InlineData("a: >\n  one")]
    public void A_text_over_several_lines_knows_it(string yaml) =>
        Assert.False(((YamlNode.Text)((YamlNode.Map)Read(yaml).Node!).Find("a")!).OnOneLine);

    [Fact]
    public void Windows_line_ends_change_no_place() =>
        Assert.Equal(["T:3:1 `a` stands here twice, first in line 1"], Read("a: 1\r\nb: 2\r\na: 3\r\n").Mistakes);

    private static (YamlNode? Node, IReadOnlyList<string> Mistakes) Read(string yaml)
    {
        var mistakes = new MistakeList();
        var node = YamlReader.Read(new DefinitionFile("rulesets/T.yaml", yaml), mistakes);
        return (node, [.. mistakes.Mistakes.Select(m => $"T:{m.Line}:{m.Column} {m.Text}")]);
    }
}
