namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>Every row of the blood pressure targets: DM019 and DM036, HYP003 and HYP010 (to 79 years), HYP007 and HYP011 (from 80).</summary>
/// <remarks>The first indicator of each pair is that of 2019/20, where home readings are judged like clinic ones; the second that of 2026/27.</remarks>
internal static class PressureCases
{
    public static IEnumerable<CaseScript> All =>
    [
        .. Rows(new("DM019", "DM036", 66, 140, 80, 90, SampleCodes.DiabetesType2, SampleCodes.DiabetesUnsuitable, SampleCodes.DiabetesDeclined,
            SampleCodes.DiabetesInvite1, SampleCodes.DiabetesInvite2, "DMPCAPU", "DMPCADEC", "DMBPINVITE")),
        .. Rows(new("HYP003", "HYP010", 64, 140, 90, 90, SampleCodes.EssentialHypertension, SampleCodes.HypertensionUnsuitable, SampleCodes.HypertensionDeclined,
            SampleCodes.HypertensionInvite1, SampleCodes.HypertensionInvite2, "HYPPCAPU", "HYPPCADEC", "HYPBPINV")),
        .. Rows(new("HYP007", "HYP011", 82, 150, 90, 90, SampleCodes.Hypertension, SampleCodes.HypertensionUnsuitable, SampleCodes.HypertensionDeclined,
            SampleCodes.HypertensionInvite1, SampleCodes.HypertensionInvite2, "HYPPCAPU", "HYPPCADEC", "HYPBPINV")),
        .. Bands,
    ];

    private static IEnumerable<CaseScript> Bands =>
    [
        new("case-dm036-age-80", "Eighty years old", 80, (p, y) => p.Diagnosed(SampleCodes.DiabetesType2, Long(y)).Pressure(130, 70, y.On(6, 9)),
            Expect.Excluded("DM036", "PAT_AGEO79"), Expect.Achieved("DM019")),
        new("case-hyp-age-79", "Seventy-nine years old", 79, (p, y) => p.Diagnosed(SampleCodes.Hypertension, Long(y)).Pressure(138, 84, y.On(6, 9)),
            Expect.Achieved("HYP003"), Expect.Achieved("HYP010"), Expect.Excluded("HYP007", "PAT_AGEU80"), Expect.Excluded("HYP011", "PAT_AGEU80")),
        new("case-hyp-age-80", "Eighty years old", 80, (p, y) => p.Diagnosed(SampleCodes.Hypertension, Long(y)).Pressure(148, 84, y.On(6, 9)),
            Expect.Excluded("HYP003", "PAT_AGEO79"), Expect.Excluded("HYP010", "PAT_AGEO79"), Expect.Achieved("HYP007"), Expect.Achieved("HYP011")),
        new("case-hyp010-frail", "Moderate frailty: outside the target of 2026/27, inside that of 2019/20", 74,
            (p, y) => p.Diagnosed(SampleCodes.Hypertension, Long(y)).Coded(SampleCodes.ModerateFrailty, y.Start.AddMonths(-4)).Pressure(138, 84, y.On(6, 9)),
            Expect.Achieved("HYP003"), Expect.Excluded("HYP010", "MDSEVFRAIL")),
        new("case-hyp011-frail", "Severe frailty at 86", 86,
            (p, y) => p.Diagnosed(SampleCodes.Hypertension, Long(y)).Coded(SampleCodes.SevereFrailty, y.Start.AddMonths(-4)).Pressure(138, 84, y.On(6, 9)),
            Expect.Achieved("HYP007"), Expect.Excluded("HYP011", "MDSEVFRAIL")),
        new("case-dm019-frail", "Diabetes with moderate frailty", 74,
            (p, y) => p.Diagnosed(SampleCodes.DiabetesType2, Long(y)).Coded(SampleCodes.ModerateFrailty, y.Start.AddMonths(-4)).Pressure(130, 70, y.On(6, 9)),
            Expect.Excluded("DM019", "MDSEVFRAIL"), Expect.Excluded("DM036", "MDSEVFRAIL")),
        new("case-dm019-diastolic-85", "140/85: above the target of 2019/20, within that of 2026/27", 58,
            (p, y) => p.Diagnosed(SampleCodes.DiabetesType2, Long(y)).Pressure(140, 85, y.On(6, 9)),
            Expect.Outstanding("DM019"), Expect.Achieved("DM036")),
    ];

    private static IEnumerable<CaseScript> Rows(PressureTarget t)
    {
        CaseScript Case(string name, string shows, Action<PatientRecord, ServiceYear> more, ExpectedOutcome then, ExpectedOutcome now, bool oldDiagnosis = true) =>
            new($"case-{t.Now.ToLowerInvariant()}-{name}", shows, t.Age,
                (p, y) =>
                {
                    if (oldDiagnosis)
                    {
                        p.Diagnosed(t.Disease, Long(y));
                    }

                    more(p, y);
                },
                then, now);

        CaseScript Both(string name, string shows, Action<PatientRecord, ServiceYear> more, Func<string, ExpectedOutcome> expected, bool oldDiagnosis = true) =>
            Case(name, shows, more, expected(t.Then), expected(t.Now), oldDiagnosis);

        var (high, homeTop) = (t.Systolic + 15, t.Systolic - 5);
        yield return Both("achieved-clinic", "Clinic pressure within the target", (p, y) => p.Pressure(t.Systolic - 8, t.DiastolicThen - 6, y.On(6, 9)), Expect.Achieved);
        yield return Both("on-target", "Clinic pressure exactly on the target of both years", (p, y) => p.Pressure(t.Systolic, t.DiastolicThen, y.On(6, 9)), Expect.Achieved);
        yield return Both("achieved-home", "Home pressure within the target for home readings", (p, y) => p.HomePressure(homeTop, t.DiastolicThen - 5, y.On(6, 9)), Expect.Achieved);
        yield return Case("home-above", "Home pressure that would do in the clinic only", (p, y) => p.HomePressure(homeTop + 3, t.DiastolicThen - 6, y.On(6, 9)), Expect.Achieved(t.Then), Expect.Outstanding(t.Now));
        yield return Case("ambulatory", "Ambulatory averages in two Observations", (p, y) => p.PressureInTwo(SampleCodes.DaySystolic, homeTop - 2, SampleCodes.DayDiastolic, t.DiastolicThen - 6, y.On(7, 7)), Expect.Achieved(t.Then), Expect.Achieved(t.Now));
        yield return Both("high-systolic", "Systolic one above the target", (p, y) => p.Pressure(t.Systolic + 1, t.DiastolicThen - 5, y.On(6, 9)), Expect.Outstanding);
        yield return Both("high-diastolic", "Diastolic one above the target", (p, y) => p.Pressure(t.Systolic - 5, t.DiastolicNow + 1, y.On(6, 9)), Expect.Outstanding);
        yield return Both("no-reading", "No pressure in the year", (p, y) => p.Pressure(124, 72, y.Start.AddMonths(-6)), Expect.Outstanding);
        yield return Both("latest-decides", "Good in May, high in September", (p, y) => p.Pressure(124, 72, y.On(5, 6)).Pressure(high, 86, y.On(9, 9)), Expect.Outstanding);
        yield return Both("htmax", "High on maximal tolerated therapy", (p, y) => p.Pressure(high, 86, y.On(5, 6)).Coded(SampleCodes.PressureMaximum, y.On(5, 6)), i => Expect.Adjusted(i, "HTMAX"));
        yield return Both("pcapu", "Care unsuitable", (p, y) => p.Coded(t.Unsuitable, y.On(5, 13)), i => Expect.Adjusted(i, t.UnsuitableRow));
        yield return Case("bpdec", "Blood pressure declined", (p, y) => p.Coded(SampleCodes.PressureDeclined, y.On(5, 20)), Expect.Adjusted(t.Then, "BPDEC"), Expect.Adjusted(t.Now, "BPORHBPDEC"));
        yield return Case("homebpdec", "Home blood pressure declined: an adjustment since version 48 only", (p, y) => p.Coded(SampleCodes.HomePressureDeclined, y.On(5, 20)), Expect.Outstanding(t.Then), Expect.Adjusted(t.Now, "BPORHBPDEC"));
        yield return Case("abpmdec", "Ambulatory blood pressure declined: an adjustment since version 48 only", (p, y) => p.Coded(SampleCodes.AmbulatoryPressureDeclined, y.On(5, 20)), Expect.Outstanding(t.Then), Expect.Adjusted(t.Now, "BPORHBPDEC"));
        yield return Both("pcadec", "Care declined", (p, y) => p.Coded(t.Declined, y.On(5, 27)), i => Expect.Adjusted(i, t.DeclinedRow));
        yield return Both("two-invites", "Two invitations seven days apart, no reading", (p, y) => p.Invited(t.Invite1, y.On(6, 1)).Invited(t.Invite2, y.On(6, 8)), i => Expect.Adjusted(i, t.InviteRow));
        yield return Both("invites-six-days", "Two invitations six days apart", (p, y) => p.Invited(t.Invite1, y.On(6, 1)).Invited(t.Invite2, y.On(6, 7)), Expect.Outstanding);
        yield return Both("invites-after-high", "High, then two invitations", (p, y) => p.Pressure(high, 86, y.On(4, 22)).Invited(t.Invite1, y.On(5, 6)).Invited(t.Invite2, y.On(6, 3)), i => Expect.Adjusted(i, t.InviteRow));
        yield return Both("invites-before-high", "Two invitations, then high", (p, y) => p.Invited(t.Invite1, y.On(5, 6)).Invited(t.Invite2, y.On(6, 3)).Pressure(high, 86, y.On(7, 22)), Expect.Outstanding);
        yield return Both("new-diagnosis", "Diagnosed within nine months of the year end", (p, y) => p.Diagnosed(t.Disease, y.On(7, 1)).Pressure(high, 86, y.On(7, 1)), i => Expect.Adjusted(i, "DIAG1_DT9M"), oldDiagnosis: false);
        yield return Both("new-registration", "Registered within nine months of the year end", (p, y) => p.Registered(y.On(7, 1)), i => Expect.Adjusted(i, "REG1_DAT9")) with { OwnRegistration = true };
        yield return Both("achieved-and-adjusted", "Declined, but within the target: achieved", (p, y) => p.Coded(SampleCodes.PressureDeclined, y.On(4, 15)).Pressure(126, 74, y.On(8, 5)), Expect.Achieved);
    }

    private static DateOnly Long(ServiceYear year) => year.Start.AddYears(-9).AddDays(100);
}
