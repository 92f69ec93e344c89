namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>Every row of DM020 (no moderate or severe frailty, 58 mmol/mol) and DM021 (with it, 75 mmol/mol).</summary>
internal static class HbA1cCases
{
    public static IEnumerable<CaseScript> All =>
    [
        .. Rows("DM020", "DM021", 58, frail: false),
        .. Rows("DM021", "DM020", 75, frail: true),
        new("case-dm020-mild-after-severe", "Latest frailty is mild: the older severe one no longer decides", 76,
            (p, y) => Diabetic(p, y).Coded(SampleCodes.SevereFrailty, y.Start.AddYears(-2)).Coded(SampleCodes.MildFrailty, y.On(5, 6)).HbA1c(52, y.On(5, 6)),
            Expect.Achieved("DM020"), Expect.Excluded("DM021", "MDSEVFRAIL")),
        new("case-dm021-severe", "Severe frailty", 84,
            (p, y) => Diabetic(p, y).Coded(SampleCodes.SevereFrailty, y.Start.AddMonths(-5)).HbA1c(70, y.On(6, 2)),
            Expect.Excluded("DM020", "MDSEVFRAIL"), Expect.Achieved("DM021")),
        new("case-dm021-mild-and-moderate-one-day", "Mild and moderate frailty on one day count as moderate", 79,
            (p, y) => Diabetic(p, y).Coded(SampleCodes.MildFrailty, y.On(5, 6)).Coded(SampleCodes.ModerateFrailty, y.On(5, 6)).HbA1c(70, y.On(6, 2)),
            Expect.Excluded("DM020", "MDSEVFRAIL"), Expect.Achieved("DM021")),
    ];

    private static IEnumerable<CaseScript> Rows(string indicator, string other, int cut, bool frail)
    {
        CaseScript Case(string name, string shows, Action<PatientRecord, ServiceYear> more, ExpectedOutcome expected, bool oldDiagnosis = true) =>
            new($"case-{indicator.ToLowerInvariant()}-{name}", shows, frail ? 77 : 61,
                (p, y) =>
                {
                    if (oldDiagnosis)
                    {
                        Diabetic(p, y);
                    }

                    if (frail)
                    {
                        p.Coded(SampleCodes.ModerateFrailty, y.Start.AddMonths(-8));
                    }

                    more(p, y);
                },
                expected, Expect.Excluded(other, "MDSEVFRAIL"));

        var high = cut + 12;
        yield return Case("achieved", "HbA1c in the year below the target", (p, y) => p.HbA1c(cut - 6, y.On(6, 10)), Expect.Achieved(indicator));
        yield return Case("on-target", "HbA1c exactly on the target", (p, y) => p.HbA1c(cut, y.On(7, 14)), Expect.Achieved(indicator));
        yield return Case("above-target", "HbA1c one above the target, no adjustment", (p, y) => p.HbA1c(cut + 1, y.On(7, 14)), Expect.Outstanding(indicator));
        yield return Case("no-test", "No HbA1c in the year", (p, y) => p.HbA1c(cut - 3, y.Start.AddMonths(-7)), Expect.Outstanding(indicator));
        yield return Case("first-day", "HbA1c on the first day of the year counts", (p, y) => p.HbA1c(cut - 3, y.Start), Expect.Achieved(indicator));
        yield return Case("day-before", "HbA1c on the last day of the year before does not count", (p, y) => p.HbA1c(cut - 3, y.Start.AddDays(-1)), Expect.Outstanding(indicator));
        yield return Case("latest-decides", "A good HbA1c in May, a high one in September", (p, y) => p.HbA1c(cut - 8, y.On(5, 12)).HbA1c(high, y.On(9, 8)), Expect.Outstanding(indicator));
        yield return Case("fructosamine", "Serum fructosamine instead of HbA1c", (p, y) => p.Measured(SampleCodes.Fructosamine, new(320, "umol/L"), y.On(6, 3), "laboratory"), Expect.Adjusted(indicator, "IFCCHBA"));
        yield return Case("dmmax", "HbA1c high on maximal tolerated therapy", (p, y) => p.HbA1c(high, y.On(5, 20)).Coded(SampleCodes.DiabetesMaximum, y.On(6, 1)), Expect.Adjusted(indicator, "DMMAX"));
        yield return Case("dmpcapu", "Care unsuitable", (p, y) => p.Coded(SampleCodes.DiabetesUnsuitable, y.On(6, 8)), Expect.Adjusted(indicator, "DMPCAPU"));
        yield return Case("bldtestdec", "Blood test declined", (p, y) => p.Coded(SampleCodes.BloodTestDeclined, y.On(6, 15)), Expect.Adjusted(indicator, "BLDTESTDEC"));
        yield return Case("dmpcadec", "Diabetes care declined", (p, y) => p.Coded(SampleCodes.DiabetesDeclined, y.On(6, 22)), Expect.Adjusted(indicator, "DMPCADEC"));
        yield return Case("first-reason", "Three reasons: the upper row takes the patient", (p, y) => p.Coded(SampleCodes.DiabetesDeclined, y.On(5, 2)).Coded(SampleCodes.DiabetesUnsuitable, y.On(5, 3)).Coded(SampleCodes.DiabetesMaximum, y.On(5, 4)), Expect.Adjusted(indicator, "DMMAX"));
        yield return Case("two-invites", "Two invitations exactly seven days apart, no test", (p, y) => p.Invited(SampleCodes.DiabetesInvite1, y.On(5, 4)).Invited(SampleCodes.DiabetesInvite2, y.On(5, 11)), Expect.Adjusted(indicator, "DMIFINVITE"));
        yield return Case("invites-six-days", "Two invitations only six days apart", (p, y) => p.Invited(SampleCodes.DiabetesInvite1, y.On(5, 4)).Invited(SampleCodes.DiabetesInvite2, y.On(5, 10)), Expect.Outstanding(indicator));
        yield return Case("one-invite-last-year", "The first of two invitations lies in the year before", (p, y) => p.Invited(SampleCodes.DiabetesInvite1, y.Start.AddDays(-9)).Invited(SampleCodes.DiabetesInvite2, y.On(4, 20)), Expect.Outstanding(indicator));
        yield return Case("invites-after-high", "High HbA1c, then two invitations", (p, y) => p.HbA1c(high, y.On(4, 20)).Invited(SampleCodes.DiabetesInvite1, y.On(5, 10)).Invited(SampleCodes.DiabetesInvite2, y.On(6, 10)), Expect.Adjusted(indicator, "DMIFINVITE"));
        yield return Case("invites-before-high", "Two invitations, then a high HbA1c", (p, y) => p.Invited(SampleCodes.DiabetesInvite1, y.On(4, 10)).Invited(SampleCodes.DiabetesInvite2, y.On(5, 10)).HbA1c(high, y.On(6, 10)), Expect.Outstanding(indicator));
        yield return Case("new-diagnosis", "Diagnosed on 1 July, within nine months of the year end", (p, y) => p.Diagnosed(SampleCodes.DiabetesType2, y.On(7, 1)).HbA1c(high, y.On(7, 1)), Expect.Adjusted(indicator, "DIAG1_DT9M"), oldDiagnosis: false);
        yield return Case("diagnosed-day-before", "Diagnosed on 30 June, a day too early to be new", (p, y) => p.Diagnosed(SampleCodes.DiabetesType2, y.On(6, 30)).HbA1c(high, y.On(6, 30)), Expect.Outstanding(indicator), oldDiagnosis: false);
        yield return Case("new-registration", "Registered on 1 July, within nine months of the year end", (p, y) => p.Registered(y.On(7, 1)), Expect.Adjusted(indicator, "REG1_DAT9")) with { OwnRegistration = true };
        yield return Case("registered-day-before", "Registered on 30 June, a day too early to be new", (p, y) => p.Registered(y.On(6, 30)), Expect.Outstanding(indicator)) with { OwnRegistration = true };
        yield return Case("achieved-and-adjusted", "Maximal therapy recorded, but the target is met: achieved", (p, y) => p.Coded(SampleCodes.DiabetesMaximum, y.On(5, 5)).HbA1c(cut - 5, y.On(8, 4)), Expect.Achieved(indicator));
        yield return Case("declined-then-delivered", "Care declined in April, delivered in September", (p, y) => p.Coded(SampleCodes.DiabetesDeclined, y.On(4, 9)).HbA1c(cut - 4, y.On(9, 16)), Expect.Achieved(indicator));
        yield return Case("adjustment-expired", "The adjustment of the year before has run out", (p, y) => p.Coded(SampleCodes.DiabetesUnsuitable, y.Start.AddDays(-1)), Expect.Outstanding(indicator));
    }

    private static PatientRecord Diabetic(PatientRecord patient, ServiceYear year) =>
        patient.Diagnosed(SampleCodes.DiabetesType2, year.Start.AddYears(-8).AddDays(44));
}
