using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>On and off the diabetes register (DM017, from 17 years) and the hypertension register (HYP001, any age).</summary>
internal static class RegisterCases
{
    public static IEnumerable<CaseScript> All =>
    [
        new("case-dm017-age-16", "Diabetes at sixteen", 16, (p, y) => p.Diagnosed(SampleCodes.DiabetesType1, Long(y)), Expect.None("DM017")),
        new("case-dm017-age-17", "Diabetes at seventeen", 17, (p, y) => p.Diagnosed(SampleCodes.DiabetesType1, Long(y)), Expect.OnRegister("DM017")),
        new("case-dm017-resolved", "Diabetes resolved", 50, (p, y) => p.Diagnosed(SampleCodes.DiabetesType2, Long(y)).Diagnosed(SampleCodes.DiabetesResolved, y.Start.AddMonths(-20)), Expect.None("DM017")),
        new("case-dm017-resolved-same-day", "Resolved on the day of the diagnosis: stays on the register", 50, (p, y) => p.Diagnosed(SampleCodes.DiabetesType2, Long(y)).Diagnosed(SampleCodes.DiabetesResolved, Long(y)), Expect.OnRegister("DM017")),
        new("case-dm017-diagnosed-again", "Resolved and diagnosed again", 50, (p, y) => p.Diagnosed(SampleCodes.DiabetesType2, Long(y)).Diagnosed(SampleCodes.DiabetesResolved, y.Start.AddYears(-3)).Diagnosed(SampleCodes.DiabetesType2, y.Start.AddYears(-2)), Expect.OnRegister("DM017")),
        new("case-dm017-abated", "Abated and inactive, but no resolution code: stays on the register", 50,
            (p, y) => p.Add(new Diagnosis(SampleCodes.DiabetesType2, Long(y)) { Onset = When.Day(Long(y)), Abated = When.Day(y.Start.AddYears(-1)), ClinicalStatus = "resolved" }),
            Expect.OnRegister("DM017")),
        new("case-dm017-refuted", "The diagnosis was refuted", 50,
            (p, y) => p.Add(new Diagnosis(SampleCodes.DiabetesType2, Long(y)) { Onset = When.Day(Long(y)), Verification = "refuted", ClinicalStatus = "inactive" }),
            Expect.None("DM017")),
        new("case-dm017-entered-in-error", "The diagnosis was entered in error", 50,
            (p, y) => p.Add(new Diagnosis(SampleCodes.DiabetesType2, Long(y)) { Onset = When.Day(Long(y)), Verification = "entered-in-error" }),
            Expect.None("DM017")),
        new("case-dm017-after-year-end", "Diagnosed on the day after the year end", 50, (p, y) => p.Diagnosed(SampleCodes.DiabetesType2, y.End.AddDays(1)), Expect.None("DM017")),
        new("case-hyp001-child", "Hypertension at nine: the register has no age limit", 9, (p, y) => p.Diagnosed(SampleCodes.Hypertension, y.Start.AddYears(-1)), Expect.OnRegister("HYP001")),
        new("case-hyp001-resolved", "Hypertension resolved", 62, (p, y) => p.Diagnosed(SampleCodes.EssentialHypertension, Long(y)).Diagnosed(SampleCodes.HypertensionResolved, y.On(5, 7)), Expect.None("HYP001")),
        new("case-hyp001-resolved-same-day", "Resolved on the day of the diagnosis: stays on the register", 62, (p, y) => p.Diagnosed(SampleCodes.EssentialHypertension, Long(y)).Diagnosed(SampleCodes.HypertensionResolved, Long(y)), Expect.OnRegister("HYP001")),
        new("case-hyp001-abated", "Abated, no resolution code: stays on the register", 62,
            (p, y) => p.Add(new Diagnosis(SampleCodes.Hypertension, Long(y)) { Onset = When.Day(Long(y)), Abated = When.Day(y.Start.AddYears(-1)), ClinicalStatus = "inactive" }),
            Expect.OnRegister("HYP001")),
    ];

    private static DateOnly Long(ServiceYear year) => year.Start.AddYears(-6).AddDays(12);
}
