using System.Text.RegularExpressions;
using QofFhir.Core.Achievement;
using QofFhir.Definitions;
using QofFhir.Definitions.Publishing;
using QofFhir.Tests.Definitions.Language;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Publishing;

/// <summary>The CQL of an indicator: one definition for each field, condition, register and row, by our names and with their sources.</summary>
public sealed partial class CqlPublicationTests
{
    private static readonly DefinitionLibrary Definitions = DefinitionLibrary.Load(Repository.Root);

    [Theory]
    [InlineData("define \"DMRES_DAT\":\n  Max(\"DMRES_COD days\" D\n    where D > \"DMLAT_DAT\")")]
    [InlineData("define \"IFCCHBA\":\n  First((Records.OfLastDay(\"IFCCHBAM_COD values\")) V sort by value, rank)")]
    [InlineData("define \"HBA_IN_YEAR\":\n  (\"IFCCHBA\".date > \"PPED\" - 12 months) is true")]
    [InlineData("    // Rule 2. Reject: PAT_AGE < 17\n    when (\"PAT_AGE\" < 17) is true then false\n    else true")]
    [InlineData("define \"Row 2: achieve\":\n  (\"IFCCHBA\".most <= 58) is true\n    and \"HBA_IN_YEAR\"")]
    [InlineData("// Rule 9. Newly diagnosed. DM_DAT > PPED - 9 months\ndefine \"Row 9: DIAG1_DT9M\":")]
    [InlineData("// COMMON: latest DMRES_COD after DMLAT_DAT\n")]
    public void It_reads_like_the_rules(string text) => Assert.Contains(text, Dm020("qof-england-2026-27").Text, StringComparison.Ordinal);

    [Fact]
    public void A_definition_that_did_not_change_is_one_library()
    {
        var (first, last) = (Dm020("qof-england-2019-20"), Dm020("qof-england-2026-27"));
        Assert.Equal("42", last.Version);
        Assert.Equal(first.Id, last.Id);
        Assert.Equal(first.Text, last.Text);
    }

    [Fact]
    public void A_change_in_between_starts_a_new_version()
    {
        string[] rules = ["42", "46", "48", "50", "51"];
        var frameworks = rules.Select((r, i) => Framework(r, threshold: r is "46" ? 60 : 58)).ToList();
        string[] versions = [.. frameworks.Select(f => CqlPublication.Of(f, frameworks).Single(l => l.Indicator == "T001").Version)];
        Assert.Equal(["42", "46", "48", "48", "48"], versions);
    }

    [Fact]
    public void No_definition_names_a_framework_or_its_year() => Assert.All(
        Definitions.Frameworks.SelectMany(f => CqlPublication.Of(Definitions, f.Id)),
        l => Assert.DoesNotMatch("(?i)qof-england|20(18|19|2[0-9])[/-](19|2[0-9])\\b", Comment().Replace(l.Text, "")));

    /// <summary>A comment may name the document of a year that a rule is from.</summary>
    [GeneratedRegex("^ *//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [Fact]
    public void Each_register_and_fraction_with_rules_has_a_library_and_the_shared_one_comes_first()
    {
        var framework = Definitions.Framework("qof-england-2026-27");
        var libraries = CqlPublication.Of(Definitions, framework.Id);
        Assert.Equal("QOFRecords", libraries[0].Name);
        Assert.Equal(["SYSTOLIC", "DIASTOLIC"], libraries[0].ValueSets);
        Assert.Equal(
            framework.Reported.Where(i => i.Rule is not null && i.Kind != IndicatorKind.Attestation).Select(i => i.Id),
            libraries.Skip(1).Select(l => l.Indicator));
        Assert.All(libraries.Skip(1), l => Assert.Equal(["QOFRecords"], l.Includes));
        Assert.All(libraries.Skip(1), l => Assert.All(l.ValueSets, v => Assert.Contains($"valueset \"{v}\":", l.Text, StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_that_two_rulesets_give_to_different_things_are_told_apart()
    {
        var compiled = Compiled.From(
            ("rulesets/A.yaml", "ruleset: A\ntitle: t\nsource: { document: here, evidence: found }\nfields:\n  X: latest ONE_COD\nregisters:\n  A_REG: { title: t, rules: [{ select: \"X_DAT is present\" }, reject] }\n"),
            ("rulesets/B.yaml", "ruleset: B\ntitle: t\nsource: { document: there, evidence: found }\nfields:\n  X: latest TWO_COD\nindicators:\n  T001:\n    title: t\n    population: A_REG\n    rules: [{ achieve: \"X_DAT is present\" }]\n"),
            Compiled.Listing("  T001:\n", rulesets: "A, B"));
        Assert.Empty(compiled.Mistakes);
        var text = CqlPublication.Of(compiled.Framework(), [compiled.Framework()])[1].Text;
        Assert.Contains("define \"X_DAT\":\n  Max(\"ONE_COD days\")", text, StringComparison.Ordinal);
        Assert.Contains("define \"B X_DAT\":\n  Max(\"TWO_COD days\")", text, StringComparison.Ordinal);
        Assert.Contains("define \"Row 1: achieve\":\n  (\"B X_DAT\") is not null", text, StringComparison.Ordinal);
    }

    /// <summary>The reader's spellings of units are written out in CQL too: a new one must come to both.</summary>
    [Fact]
    public void The_shared_library_knows_the_units_that_the_reader_knows()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "QofFhir.Core", "Records", "Units.cs"));
        var spellings = SpellingsOfAUnit().Matches(source).SelectMany(m => m.Groups[1].Captures).Select(c => c.Value).ToList();
        Assert.True(spellings.Count > 40, string.Join(' ', spellings));
        var text = CqlPublication.Of(Definitions, "qof-england-2026-27")[0].Text;
        Assert.All(spellings, s => Assert.Contains($"'{s}'", text, StringComparison.Ordinal));
    }

    private static CqlLibrary Dm020(string framework) => CqlPublication.Of(Definitions, framework).Single(l => l.Indicator == "DM020");

    private static Framework Framework(string rules, int threshold) => Compiled.Ruleset(
        $"fields:\n  X: latest X_COD with value in 1\nindicators:\n  T001:\n    title: t\n    population: everyone\n    rules: [{{ achieve: \"X_VAL <= {threshold}\" }}]\n",
        rules).Framework();

    [GeneratedRegex("""\(\S+, \[(?:"([^"]+)"(?:, )?)+\]\)""")]
    private static partial Regex SpellingsOfAUnit();
}
