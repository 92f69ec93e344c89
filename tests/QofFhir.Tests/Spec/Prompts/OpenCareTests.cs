using QofFhir.Core;
using QofFhir.Core.Prompts;

namespace QofFhir.Tests.Spec.Prompts;

/// <summary>What is left to do, and what settles it: the lines that are open of the row that the patient is nearest to.</summary>
public sealed class OpenCareTests
{
    [Fact]
    public void Who_cannot_take_a_statin_is_asked_for_the_other_medicine() => Holds("2026-11-01", """
        patient                    | born       | events                                                          | DM034
        nothing recorded           | 1966-07-01 | DM 2020-06-01                                                   | statin
        not tolerated, for good    | 1966-07-01 | DM 2020-06-01, XSTAT 2012-06-01                                 | lipid-other
        declined this year         | 1966-07-01 | DM 2020-06-01, STATINDEC 2026-04-01                             | lipid-other
        declined last year         | 1966-07-01 | DM 2020-06-01, STATINDEC 2026-03-31                             | statin
        the other one, no reason   | 1966-07-01 | DM 2020-06-01, EZETIMIBE 2026-10-01                             | statin
        adjusted, and not asked    | 1966-07-01 | DM 2020-06-01, XSTAT 2012-06-01, DMPCADEC 2026-09-01            | lipid-other
        done                       | 1966-07-01 | DM 2020-06-01, XSTAT 2012-06-01, EZETIMIBE 2026-10-01           | -
        """);

    [Fact]
    public void Who_cannot_take_the_newer_anticoagulant_is_asked_for_the_older() => Lines("2026-11-01", """
        patient                     | born       | events                                                              | AF008
        nothing recorded            | 1956-07-01 | AFIB 2020-06-01, CHADVASC 3 2020-06-01                              | DOAC_DAT > PPED - 6 months
        newer contraindicated       | 1956-07-01 | AFIB 2020-06-01, CHADVASC 3 2020-06-01, DOACCON 2012-06-01          | VKA_NOW
        newer declined              | 1956-07-01 | AFIB 2020-06-01, CHADVASC 3 2020-06-01, DOACDEC 2026-10-01          | VKA_NOW
        mechanical valve            | 1956-07-01 | AFIB 2020-06-01, CHADVASC 3 2020-06-01, MECHVALVREP 2012-06-01      | VKA_NOW
        the older without a reason  | 1956-07-01 | AFIB 2020-06-01, CHADVASC 3 2020-06-01, VITKANTAGDRUG 2026-10-01    | DOAC_DAT > PPED - 6 months
        """);

    [Fact]
    public void A_referral_is_what_a_raised_weight_asks_for() => Holds("2026-11-01", """
        patient          | born       | events                                                         | OB004
        weighed          | 1966-07-01 | BMIVAL 31 2026-09-01                                           | body-mass-index weight-management
        referred         | 1966-07-01 | BMIVAL 31 2026-09-01, WTMGREF 2026-10-01                       | -
        """);

    [Fact]
    public void Each_care_process_is_open_for_itself_in_the_order_of_the_rules() => Holds("2026-11-01", """
        patient        | born       | events                                                                                              | DM037
        nothing        | 1966-07-01 | DM 2020-06-01                                                                                       | body-mass-index, blood-pressure, hba1c, lipids, smoking, foot-risk, albumin, kidney-function
        some           | 1966-07-01 | DM 2020-06-01, BMIVAL 31 2026-09-01, IFCCHBAM 64 2026-04-01, SMOK 2026-03-31, DMALB 2026-05-01       | blood-pressure, lipids, smoking, foot-risk, kidney-function
        """);

    [Fact]
    public void The_latest_record_is_told_where_it_is_too_old_or_not_as_wanted()
    {
        var table = SpecTable.Of("qof-england-2026-27", "2026-11-01", """
            patient  | born       | events
            too old  | 1966-07-01 | DM 2020-06-01, IFCCHBAM 50 2025-05-01, IFCCHBAM 64 2026-03-31
            too high | 1966-07-01 | DM 2020-06-01, IFCCHBAM 64 2026-05-01
            none     | 1966-07-01 | DM 2020-06-01
            """);
        Assert.Equal(
            [("IFCCHBA_VAL <= 58", new DateOnly(2026, 3, 31), "64"), ("HBA_IN_YEAR", new DateOnly(2026, 3, 31), "64")], Told("too old"));
        Assert.Equal([("IFCCHBA_VAL <= 58", new DateOnly(2026, 5, 1), "64")], Told("too high"));
        Assert.Equal([("IFCCHBA_VAL <= 58", null, null), ("HBA_IN_YEAR", null, null)], Told("none"));

        IEnumerable<(string, DateOnly?, string?)> Told(string patient) => Open(table, patient, "DM020").Select(o => (o.Text, o.LastOn, o.Last));
    }

    /// <summary>Cells: the ids of the care of each open line, lines parted by commas.</summary>
    private static void Holds(string today, string table) => Cells(today, table, o => string.Join(' ', o.Care.Select(c => c.Id).Order(StringComparer.Ordinal)));

    private static void Lines(string today, string table) => Cells(today, table, o => o.Text);

    private static void Cells(string today, string table, Func<OpenCare, string> text)
    {
        var spec = SpecTable.Of("qof-england-2026-27", today, table);
        Assert.All(spec.Expectations, e =>
            Assert.Equal($"{e.Patient}: {e.Expected}", $"{e.Patient}: {(Open(spec, e.Patient, e.Column) is { Count: > 0 } open ? string.Join(", ", open.Select(text)) : "-")}"));
    }

    private static IReadOnlyList<OpenCare> Open(SpecTable table, string patient, string indicator)
    {
        var framework = Rulebook.Framework(table.Framework);
        var records = SpecPractice.Build(framework.Plan, [table.Patients.Single(p => p.Name == patient)]);
        var one = framework with { Indicators = [framework.Indicators.Single(i => i.Id == indicator)] };
        return Qof.Prompts(one, records, 0, table.AchievementDate).Prompts.Single().Open;
    }
}
