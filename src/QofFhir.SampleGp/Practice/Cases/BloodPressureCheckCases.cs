using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>Every row of BP002: blood pressure recorded in five years at 45 and over.</summary>
internal static class BloodPressureCheckCases
{
    public static IEnumerable<CaseScript> All =>
    [
        new("case-bp002-age-44", "Forty-four years old", 44, (p, y) => p.Pressure(122, 76, y.On(5, 4)), Expect.Excluded("BP002", "PAT_AGEU45")),
        new("case-bp002-age-45", "Forty-five years old", 45, (p, y) => p.Pressure(122, 76, y.On(5, 4)), Expect.Achieved("BP002")),
        new("case-bp002-four-years", "Recorded four years ago", 52, (p, y) => p.Pressure(128, 80, y.Start.AddYears(-4)), Expect.Achieved("BP002")),
        new("case-bp002-five-years-and-a-day", "Recorded on the boundary day five years before the year end, which is out", 52, (p, y) => p.Pressure(128, 80, y.End.AddYears(-5)), Expect.Outstanding("BP002")),
        new("case-bp002-five-years", "Recorded on the first day inside the five years", 52, (p, y) => p.Pressure(128, 80, y.End.AddYears(-5).AddDays(1)), Expect.Achieved("BP002")),
        new("case-bp002-home", "Recorded at home", 58, (p, y) => p.HomePressure(126, 74, y.Start.AddYears(-1)), Expect.Achieved("BP002")),
        new("case-bp002-loinc", "A panel that knows LOINC only", 58, (p, y) => p.PressureInLoinc(126, 74, y.Start.AddYears(-2)), Expect.Achieved("BP002")),
        new("case-bp002-two-observations", "Systolic and diastolic as two Observations", 58, (p, y) => p.PressureInTwo(SampleCodes.Systolic, 126, SampleCodes.Diastolic, 74, y.Start.AddYears(-2)), Expect.Achieved("BP002")),
        new("case-bp002-code-only", "A reading coded without a value", 63, (p, y) => p.Coded(SampleCodes.PressureExamined, y.Start.AddYears(-1)), Expect.Achieved("BP002")),
        new("case-bp002-declined", "Declined three years ago: counts for five years", 55, (p, y) => p.Coded(SampleCodes.PressureDeclined, y.Start.AddYears(-3)), Expect.Adjusted("BP002", "BPDEC1")),
        new("case-bp002-declined-long-ago", "Declined six years ago", 55, (p, y) => p.Coded(SampleCodes.PressureDeclined, y.Start.AddYears(-6)), Expect.Outstanding("BP002")),
        new("case-bp002-new-registration", "Registered on 1 January, within three months of the year end", 49, (p, y) => p.Registered(y.On(1, 1)), Expect.Adjusted("BP002", "REG1_DAT3")) { OwnRegistration = true },
        new("case-bp002-registered-day-before", "Registered on 31 December, a day too early to be new", 49, (p, y) => p.Registered(y.On(12, 31)), Expect.Outstanding("BP002")) { OwnRegistration = true },
        new("case-bp002-outstanding", "Never recorded", 71, (p, _) => p.Coded(SampleCodes.NeverSmoked, new DateOnly(2010, 3, 3)), Expect.Outstanding("BP002")),
        new("case-bp002-entered-in-error", "The only reading was entered in error", 60,
            (p, y) => p.Add(new Reading([SampleCodes.PressureExamined], y.On(5, 5)) { On = When.Day(y.On(5, 5)), Status = "entered-in-error" }),
            Expect.Outstanding("BP002")),
    ];
}
