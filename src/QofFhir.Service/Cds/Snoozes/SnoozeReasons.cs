namespace QofFhir.Service.Cds.Snoozes;

/// <summary>Why prompts may be put off. Cards show the words to all who see the patient, so they are chosen and not written.</summary>
internal static class SnoozeReasons
{
    private const string Other = "another reason";

    private static readonly (string Code, string Words)[] All =
    [
        ("unwell", "not well enough for it today"),
        ("no-time", "no time in this contact"),
        ("booked", "an appointment is booked"),
        ("thinking", "the patient wants to think about it"),
        ("elsewhere", "somebody else is seeing to it"),
        ("other", Other),
    ];

    public static IEnumerable<string> Codes => All.Select(r => r.Code);

    /// <summary>What was kept before there was a list is not shown.</summary>
    public static string WordsOf(string code) => All.Where(r => r.Code == code).Select(r => r.Words).DefaultIfEmpty(Other).First();
}
