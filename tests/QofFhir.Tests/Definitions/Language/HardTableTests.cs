using System.Globalization;
using System.Text.RegularExpressions;
using QofFhir.Core;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Tests.Core;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Definitions.Language;

/// <summary>The areas that have no rules yet must not need another grammar: their hardest tables compile, and decide as meant.</summary>
public sealed partial class HardTableTests
{
    private static readonly (string Path, string Text)[] Rulesets =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "QofFhir.Tests", "Definitions", "HardTables"), "*.yaml")
            .Order(StringComparer.Ordinal).Select(f => ($"rulesets/{Path.GetFileName(f)}", File.ReadAllText(f)))];

    [Theory]
    [InlineData("42")]
    [InlineData("46.1")]
    [InlineData("50")]
    [InlineData("51.2")]
    public void They_compile_for_every_version(string rules)
    {
        var compiled = At(rules);

        Assert.Empty(compiled.Mistakes);
        var framework = compiled.Framework();
        Assert.Equal(19, framework.Indicators.Count);
        Assert.All(framework.Indicators, i => Assert.Equal("complete", i.Evaluability.Name));
    }

    [Theory]
    // The 10th and the 56th day are in; an early review does not spoil a later one; a new episode takes the place of the old.
    [InlineData("DEP003", "DEPR 2026-05-01, DEPRVW 2026-05-10", "outstanding")]
    [InlineData("DEP003", "DEPR 2026-05-01, DEPRVW 2026-05-11", "achieved")]
    [InlineData("DEP003", "DEPR 2026-05-01, DEPRVW 2026-06-26", "achieved")]
    [InlineData("DEP003", "DEPR 2026-05-01, DEPRVW 2026-06-27", "outstanding")]
    [InlineData("DEP003", "DEPR 2026-05-01, DEPRVW 2026-05-05, DEPRVW 2026-05-20", "achieved")]
    [InlineData("DEP003", "DEPR 2026-05-01, DEPRVW 2026-05-20, DEPR 2026-07-01", "outstanding")]
    [InlineData("DEP003", "DEPR 2026-05-01, DEPRVW 2026-05-20, DEPR:review 2026-07-01", "achieved")]
    [InlineData("DEP003", "DEPR 2026-05-01, DEPRES 2026-05-01", "")]
    [InlineData("CHD007", "CHD 2010-01-01, FLUVAC 2026-07-31", "outstanding")]
    [InlineData("CHD007", "CHD 2010-01-01, FLUVAC 2026-08-01", "achieved")]
    [InlineData("CHD007", "CHD 2010-01-01, CHDINVITE 2026-05-01, CHDINVITE 2026-05-07", "outstanding")]
    [InlineData("CHD007", "CHD 2010-01-01, CHDINVITE 2026-05-01, CHDINVITE 2026-05-08", "adjusted CHDINVITE")]
    [InlineData("CHD005", "CHD 2010-01-01, XSAL 1999-01-01, CLODEC 2026-05-01", "adjusted XSAL")]
    [InlineData("CHD005", "CHD 2010-01-01, XSAL 1999-01-01, TXCLO 2026-03-31", "outstanding")]
    [InlineData("CHD005", "CHD 2010-01-01, XSAL 1999-01-01, TXCLO 2026-04-01", "adjusted XCLO_CODC")]
    // On one day the low density value decides, a day later the other one.
    [InlineData("CHOL004", "STRK 2010-01-01, LDLCCHOL 2026-05-01 2.4, NONHDLCCHOL 2026-05-01 2.5", "outstanding")]
    [InlineData("CHOL004", "STRK 2010-01-01, LDLCCHOL 2026-05-01 2.4, NONHDLCCHOL 2026-05-02 2.5", "achieved")]
    [InlineData("CHOL004", "STRK 2010-01-01, NONHDLCCHOL 2026-05-01 2.6", "achieved")]
    [InlineData("AF008", "AFIB 2010-01-01, CHAD 2015-01-01 2, VITKANTAGDRUG 2027-01-01, DOACNI 2026-05-01, TTR 2027-01-01 64", "outstanding")]
    [InlineData("AF008", "AFIB 2010-01-01, CHAD 2015-01-01 2, VITKANTAGDRUG 2027-01-01, DOACNI 2026-05-01, TTR 2027-01-01 65", "achieved")]
    [InlineData("AF008", "AFIB 2010-01-01, CHAD 2015-01-01 2, MECHVALVREP 2012-01-01, DIRECTORANTICOAGDRUG 2027-01-01", "outstanding")]
    [InlineData("AF008", "AFIB 2010-01-01, CHAD 2015-01-01 1, CHADVASC 2015-01-01 3", "outstanding")]
    [InlineData("AF008", "AFIB 2010-01-01, CHAD 2015-01-01 1", "excluded CHADVASC")]
    // An exclude row below the achieve row counts a patient once.
    [InlineData("AST012", "AST 2027-02-01, ASTTRT 2027-02-01, FENO 2027-02-02", "achieved")]
    [InlineData("AST012", "AST 2027-02-01, ASTTRT 2027-02-01", "excluded DIAGASTTST")]
    [InlineData("AST012", "AST 2010-01-01, ASTRES 2020-01-01, AST 2026-05-01, ASTTRT 2027-02-01, FENO 2026-02-01", "achieved")]
    [InlineData("AST012", "AST 2026-05-01, ASTRES 2026-05-01, ASTTRT 2027-02-01", "")]
    [InlineData("COPD001", "COPD 2023-03-31", "on-register")]
    [InlineData("COPD001", "COPD 2023-04-01", "")]
    [InlineData("COPD001", "COPD 2023-04-01, FEV1FVC 2022-12-29 0.69", "on-register")]
    [InlineData("COPD001", "COPD 2023-04-01, FEV1FVC 2022-12-28 0.69", "")]
    [InlineData("COPD001", "COPD 2023-04-01, FEV1FVC 2023-10-04 0.69", "on-register")]
    [InlineData("COPD001", "COPD 2023-04-01, FEV1FVC 2023-10-05 0.69", "")]
    [InlineData("COPD001", "COPD 2023-04-01, FEV1FVC 2023-04-01 0.7", "")]
    [InlineData("CAN004", "CAN 2026-05-01", "excluded DIAGCRV12M")]
    [InlineData("CAN004", "CAN 2026-05-01, MDRV 2026-06-01", "achieved")]
    [InlineData("MH011", "MH 2010-01-01, CHOL2 2025-06-01", "achieved")]
    [InlineData("MH011", "MH 2010-01-01, CHOL2 2025-06-01, BMIVAL 2026-06-01 24", "achieved")]
    [InlineData("MH011", "MH 2010-01-01, CHOL2 2025-06-01, BMIVAL 2026-06-01 24, ETH2016AB 2001-01-01", "outstanding")]
    [InlineData("SMOK002", "CHD 2010-01-01, SMOK 2013-06-01, EXSMOK 2010-06-01, EXSMOK 2011-06-01, EXSMOK 2013-06-01", "outstanding")]
    [InlineData("SMOK002", "CHD 2010-01-01, SMOK 2012-06-01, EXSMOK 2010-06-01, EXSMOK 2011-06-01, EXSMOK 2012-06-01", "achieved")]
    [InlineData("SMOK002", "CHD 2010-01-01, SMOK 2012-06-01, EXSMOK 2010-06-01, LSMOK 2010-07-01, EXSMOK 2011-06-01, EXSMOK 2012-06-01", "outstanding")]
    // Aged 25 is not over 25.
    [InlineData("SMOK002", "CHD 2010-01-01, SMOK 1985-12-31, NSMOK 1985-12-31", "outstanding")]
    [InlineData("SMOK002", "CHD 2010-01-01, SMOK 1986-01-01, NSMOK 1986-01-01", "achieved")]
    [InlineData("OB003", "BMIVAL 2026-06-01 27.5", "")]
    [InlineData("OB003", "BMIVAL 2026-06-01 27.5, ETH2016BC 2001-01-01", "on-register")]
    [InlineData("NDH002", "NDH 2010-01-01, IFCCHBAM 2026-06-01", "achieved")]
    [InlineData("NDH002", "NDH 2010-01-01, DM 2026-05-01, IFCCHBAM 2026-06-01", "outstanding")]
    // One drug is one substance however often it is issued.
    [InlineData("EFI001", "EFIFALLS 2020-01-01, ANYDRUG 2026-05-01, HB 2020-01-01 120", "")]
    public void They_decide_as_meant(string indicator, string events, string expected) =>
        Assert.Equal(expected, Outcome(indicator, "1960-01-01", events));

    [Theory]
    [InlineData("6IN1VAC 2026-03-01, 6IN1VAC 2026-05-01, 6IN1VAC 2026-09-29", "achieved")]
    [InlineData("6IN1VAC 2026-03-01, 6IN1VAC 2026-05-01, 6IN1VAC 2026-09-30", "outstanding")]
    [InlineData("6IN1VAC 2026-03-01, 6IN1VACDRUG 2026-03-01, 4IN1VAC 2026-05-01", "outstanding")]
    public void A_dose_on_the_day_of_eight_months_is_too_late(string events, string expected) =>
        Assert.Equal(expected, Outcome("VI001", "2026-01-30", events));

    private static string Outcome(string indicator, string born, string events)
    {
        var practice = TestPractice.Of(born);
        foreach (var parts in events.Split(", ").Select(e => e.Split(' ')))
        {
            var code = parts[0].Split(':');
            practice.Event(
                code[0] + "_COD", parts[1], parts.Length > 2 ? decimal.Parse(parts[2], CultureInfo.InvariantCulture) : null,
                episode: code.Length > 1 ? EpisodeKind.Review : EpisodeKind.NotStated);
        }

        var result = Qof.Evaluate(At("51").Framework(), practice.Build(), ServiceDates.Year(new DateOnly(2027, 3, 31)));
        var outcome = result.Indicators.Single(i => i.Indicator.Id == indicator).Outcomes.Select(o => o.Outcome).SingleOrDefault();
        return $"{outcome?.Name} {outcome?.Row?.Label}".Trim();
    }

    private static Compiled At(string rules) => Compiled.From([.. Rulesets, ("frameworks/test.yaml", Listing(rules))]);

    private static string Listing(string rules) =>
        $"framework: test\ntitle: Test\ncountry: England\nyear: 2026-04-01\nrules: {rules}\nsource: here\n"
        + $"rulesets: [{string.Join(", ", Rulesets.Select(r => Path.GetFileNameWithoutExtension(r.Path)))}]\nindicators:\n"
        + string.Concat(Rulesets.SelectMany(r => Indicator().Matches(r.Text)).Select(m => $"  - {{ id: {m.Groups[1].Value}, title: t, domain: d, group: g, {Kind(m.Groups[2].Value)} }}\n"));

    private static string Kind(string definition) =>
        definition.Contains("register:", StringComparison.Ordinal) ? "kind: register, points: 1, certainty: { points: found }"
        : definition.Contains("attest:", StringComparison.Ordinal) ? "kind: attestation, points: 1, certainty: { points: found }"
        : "kind: fraction, points: 1, lower: 40, upper: 90, certainty: { points: found, thresholds: found }";

    [GeneratedRegex(@"^  ([A-Z]+\d{3}):(.*)$", RegexOptions.Multiline)]
    private static partial Regex Indicator();
}
