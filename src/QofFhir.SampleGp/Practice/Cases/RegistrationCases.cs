namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>On and off the practice list. Each patient is over 45 with a pressure on record, so BP002 tells who is on it.</summary>
internal static class RegistrationCases
{
    public static IEnumerable<CaseScript> All =>
    [
        Listed("left", "Left in the year", (p, y) => p.Registered(Long(y), y.On(5, 1)), on: false),
        Listed("left-last-day", "Left on the last day of the year: no longer on the list", (p, y) => p.Registered(Long(y), y.End), on: false),
        Listed("left-day-after", "Leaves on the day after the year end", (p, y) => p.Registered(Long(y), y.End.AddDays(1)), on: true),
        Listed("joins-day-after", "Joins on the day after the year end", (p, y) => p.Registered(y.End.AddDays(1)), on: false),
        Listed("joins-last-day", "Joins on the last day of the year", (p, y) => p.Registered(y.End), on: true),
        Listed("came-back", "Left, and registered again", (p, y) => p.Registered(Long(y), y.Start.AddYears(-2)).Registered(y.On(5, 11)), on: true),
        Listed("temporary", "A temporary resident", (p, y) => p.Registered(y.On(4, 28), type: "T"), on: false),
        Listed("emergency", "Seen as an emergency", (p, y) => p.Registered(y.On(4, 28), type: "E"), on: false),
        Listed("immediately-necessary", "Immediately necessary treatment", (p, y) => p.Registered(y.On(4, 28), type: "IN"), on: false),
        Listed("private", "A private patient", (p, y) => p.Registered(y.On(4, 28), type: "P"), on: false),
        Listed("practitioner-only", "Registered by Patient.generalPractitioner, no EpisodeOfCare", (p, y) => p.RegisteredByPractitioner(Long(y)), on: true),
        Listed("nowhere", "No registration at all", (_, _) => { }, on: false),
        Listed("dead", "Died in the year", (p, y) => p.Registered(Long(y)).Died(When.Day(y.On(5, 19))), on: false),
        Listed("dead-last-day", "Died on the last day of the year", (p, y) => p.Registered(Long(y)).Died(When.London(y.End, 14, 0)), on: false),
        Listed("dead-unknown-day", "Died on an unknown day", (p, y) => p.Registered(Long(y)).DiedOnUnknownDay(), on: false),
    ];

    private static CaseScript Listed(string name, string shows, Action<PatientRecord, ServiceYear> register, bool on) =>
        new("case-list-" + name, shows, 56,
            (p, y) =>
            {
                register(p, y);
                p.Pressure(124, 78, y.Start.AddMonths(-8));
            },
            on ? Expect.Achieved("BP002") : Expect.None("BP002"))
        { OwnRegistration = true };

    private static DateOnly Long(ServiceYear year) => year.Start.AddYears(-11).AddDays(200);
}
