using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>Dates, units, states and shapes at the edge of what a record may hold.</summary>
internal static class DataEdgeCases
{
    public static IEnumerable<CaseScript> All => [.. Times, .. Dates, .. Units, .. States, .. Pressures];

    private static IEnumerable<CaseScript> Times =>
    [
        Tested("0331-2330z-before", "31 March 23:30Z before the year is already 1 April in London", (p, y) => At(p, When.Utc(y.Start.AddDays(-1), 23, 30), y.Start), Expect.Achieved("DM020")),
        Tested("0331-2230z-before", "31 March 22:30Z before the year is still 31 March in London", (p, y) => At(p, When.Utc(y.Start.AddDays(-1), 22, 30), y.Start), Expect.Outstanding("DM020")),
        Tested("0331-2230z-end", "31 March 22:30Z at the year end is the last half hour of the year", (p, y) => At(p, When.Utc(y.End, 22, 30), y.End), Expect.Achieved("DM020")),
        Tested("0331-2330z-end", "31 March 23:30Z at the year end is the next year", (p, y) => At(p, When.Utc(y.End, 23, 30), y.End), Expect.Outstanding("DM020")),
    ];

    private static IEnumerable<CaseScript> Dates =>
    [
        Tested("month-only", "Dated by month: the first of the month", (p, y) => At(p, When.Day(y.On(9, 1))[..7], y.On(9, 1)), Expect.Achieved("DM020")),
        Tested("year-only", "Dated by year: 1 January, before the year began", (p, y) => At(p, When.Day(y.Start)[..4], y.On(5, 1)), Expect.Outstanding("DM020")),
        Tested("period", "Dated by a period: its start counts", (p, y) => Dated(p, ReadingDate.EffectivePeriod, When.London(y.On(6, 11), 9, 0), y), Expect.Achieved("DM020")),
        Tested("issued-only", "Dated by the time of issue alone", (p, y) => Dated(p, ReadingDate.Issued, When.London(y.On(6, 11), 16, 30), y), Expect.Achieved("DM020")),
        Edge("birth-year-only", "Born in a year, no more is known", 60, (p, y) => Diabetic(p, y).Born(When.Day(y.BornFor(60))[..4]).HbA1c(50, y.On(5, 5)), Expect.Achieved("DM020")),
        Edge("onset-year-only", "Diagnosed in a year, no more is known", 60, (p, y) => p.Add(new Diagnosis(SampleCodes.DiabetesType2, Long(y)) { Onset = When.Day(Long(y))[..4] }).HbA1c(50, y.On(5, 5)), Expect.Achieved("DM020")),
        Edge("onset-period", "Diagnosis dated by a period", 60, (p, y) => p.Add(new Diagnosis(SampleCodes.DiabetesType2, Long(y)) { OnsetPeriodStart = When.Day(Long(y)) }).HbA1c(50, y.On(5, 5)), Expect.Achieved("DM020")),
        Edge("onset-age", "Diagnosis dated by an age", 60, (p, y) => p.Add(new Diagnosis(SampleCodes.DiabetesType2, Long(y)) { OnsetAge = 52 }).HbA1c(50, y.On(5, 5)), Expect.Achieved("DM020")),
        Edge("recorded-only", "Diagnosis dated by its recording alone", 60, (p, y) => p.Add(new Diagnosis(SampleCodes.DiabetesType2, Long(y))).HbA1c(50, y.On(5, 5)), Expect.Achieved("DM020")),
    ];

    private static IEnumerable<CaseScript> Units =>
    [
        Tested("percent-loinc", "7.5 % under a LOINC code is 58 mmol/mol", (p, y) => p.HbA1c(SampleCodes.HbA1cPercentLoinc, new Amount(7.5m, "%"), When.Day(y.On(6, 4)), y.On(6, 4)), Expect.Achieved("DM020")),
        Tested("percent-snomed", "7.6 % under a SNOMED code is 60 mmol/mol", (p, y) => p.HbA1c(SampleCodes.HbA1cPercent, new Amount(7.6m, "%"), When.Day(y.On(6, 4)), y.On(6, 4)), Expect.Outstanding("DM020")),
        Tested("loinc-mmol", "LOINC code, value in mmol/mol", (p, y) => p.HbA1c(SampleCodes.HbA1cLoinc, new Amount(57, "mmol/mol"), When.Day(y.On(6, 4)), y.On(6, 4)), Expect.Achieved("DM020")),
        Tested("below", "A laboratory's \"below 20\" is on target", (p, y) => p.HbA1c(SampleCodes.HbA1c, new Amount(20, "mmol/mol", "<"), When.Day(y.On(6, 4)), y.On(6, 4)), Expect.Achieved("DM020")),
        Tested("above", "\"Above 50\" does not prove the target", (p, y) => p.HbA1c(SampleCodes.HbA1c, new Amount(50, "mmol/mol", ">"), When.Day(y.On(6, 4)), y.On(6, 4)), Expect.Outstanding("DM020")),
        Tested("strange-unit", "A unit that says nothing about HbA1c is never guessed", (p, y) => p.HbA1c(SampleCodes.HbA1c, new Amount(50, "mg/dL"), When.Day(y.On(6, 4)), y.On(6, 4)), Expect.Outstanding("DM020")),
    ];

    private static IEnumerable<CaseScript> States =>
    [
        Tested("test-in-error", "The good result was entered in error", (p, y) => p.HbA1c(72, y.On(5, 6)).Add(Result(50, y.On(6, 6), "entered-in-error")), Expect.Outstanding("DM020")),
        Tested("test-cancelled", "The good result was cancelled", (p, y) => p.HbA1c(72, y.On(5, 6)).Add(Result(50, y.On(6, 6), "cancelled")), Expect.Outstanding("DM020")),
        Tested("test-amended", "An amended result counts", (p, y) => p.Add(Result(50, y.On(6, 6), "amended")), Expect.Achieved("DM020")),
        Tested("adjustment-in-error", "The adjustment was entered in error", (p, y) => p.Add(new Reading([SampleCodes.DiabetesUnsuitable], y.On(5, 6)) { On = When.Day(y.On(5, 6)), Status = "entered-in-error" }), Expect.Outstanding("DM020")),
        Tested("invite-not-done", "The second invitation was never sent", (p, y) => p.Invited(SampleCodes.DiabetesInvite1, y.On(5, 6)).Invited(SampleCodes.DiabetesInvite2, y.On(6, 6), "not-done"), Expect.Outstanding("DM020")),
    ];

    private static IEnumerable<CaseScript> Pressures =>
    [
        Hypertensive("loinc-panel", "A panel that knows LOINC only", (p, y) => p.PressureInLoinc(136, 84, y.On(6, 9)), Expect.Achieved("HYP003"), Expect.Achieved("HYP010")),
        Hypertensive("two-observations", "Systolic and diastolic as two Observations of one day", (p, y) => p.PressureInTwo(SampleCodes.Systolic, 136, SampleCodes.Diastolic, 84, y.On(6, 9)), Expect.Achieved("HYP003"), Expect.Achieved("HYP010")),
        Hypertensive("home-two-observations", "Home averages as two Observations", (p, y) => p.PressureInTwo(SampleCodes.HomeSystolic, 132, SampleCodes.HomeDiastolic, 82, y.On(6, 9)), Expect.Achieved("HYP003"), Expect.Achieved("HYP010")),
        Hypertensive("systolic-alone", "A lone high systolic in June: the full reading of May decides", (p, y) => p.Pressure(134, 80, y.On(5, 13)).Half(SampleCodes.Systolic, 170, y.On(6, 9)), Expect.Achieved("HYP003"), Expect.Achieved("HYP010")),
        Hypertensive("two-readings-one-day", "Two readings on one day: the lowest of each counts", (p, y) => p.Pressure(156, 84, y.On(6, 9)).Pressure(138, 92, y.On(6, 9), hour: 11), Expect.Achieved("HYP003"), Expect.Achieved("HYP010")),
        Hypertensive("clinic-high-home-good", "High in the clinic and good at home on the latest day", (p, y) => p.Pressure(158, 84, y.On(6, 9)).HomePressure(132, 80, y.On(6, 9)), Expect.Achieved("HYP003"), Expect.Achieved("HYP010")),
        Hypertensive("halves-of-two-kinds", "Clinic systolic with home diastolic: a pair only while one cluster held both", (p, y) => p.PressureInTwo(SampleCodes.Systolic, 130, SampleCodes.HomeDiastolic, 80, y.On(6, 9)), Expect.Achieved("HYP003"), Expect.Outstanding("HYP010")),
    ];

    /// <summary>A diabetic of sixty without frailty, about whom the HbA1c decides.</summary>
    private static CaseScript Tested(string name, string shows, Action<PatientRecord, ServiceYear> more, ExpectedOutcome expected) =>
        Edge(name, shows, 60, (p, y) => more(Diabetic(p, y), y), expected);

    private static CaseScript Hypertensive(string name, string shows, Action<PatientRecord, ServiceYear> more, params ExpectedOutcome[] expected) =>
        Edge("pressure-" + name, shows, 60, (p, y) => more(p.Diagnosed(SampleCodes.EssentialHypertension, Long(y)), y), expected);

    private static CaseScript Edge(string name, string shows, int age, Action<PatientRecord, ServiceYear> write, params ExpectedOutcome[] expected) =>
        new("case-edge-" + name, shows, age, write, expected);

    private static PatientRecord At(PatientRecord patient, string on, DateOnly recorded) =>
        patient.HbA1c(SampleCodes.HbA1c, new Amount(50, "mmol/mol"), on, recorded);

    private static PatientRecord Dated(PatientRecord patient, ReadingDate element, string on, ServiceYear year) =>
        patient.Add(Result(50, year.On(6, 11), "final") with { DatedBy = element, On = on });

    private static Reading Result(int value, DateOnly on, string status) =>
        new([SampleCodes.HbA1c], on) { On = When.Day(on), Status = status, Category = "laboratory", Value = new Amount(value, "mmol/mol") };

    private static PatientRecord Diabetic(PatientRecord patient, ServiceYear year) => patient.Diagnosed(SampleCodes.DiabetesType2, Long(year));

    private static DateOnly Long(ServiceYear year) => year.Start.AddYears(-7).AddDays(77);
}
