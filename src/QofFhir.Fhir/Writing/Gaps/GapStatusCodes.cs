namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>The codes of DEQM for how a gap stands, the same in every realm.</summary>
public static class GapStatusCodes
{
    private static readonly (GapStatus Status, string Code, string Title)[] All =
    [
        (GapStatus.Open, "open-gap", "Open Gap"),
        (GapStatus.Closed, "closed-gap", "Closed Gap"),
        (GapStatus.Prospective, "prospective-gap", "Prospective Gap"),
        (GapStatus.NotApplicable, "not-applicable", "Not Applicable"),
    ];

    /// <summary>Every code, to be told to who sent another.</summary>
    public static IEnumerable<string> Codes => All.Select(s => s.Code);

    /// <returns>Null for a text that is no code.</returns>
    public static GapStatus? Parse(string code) => Array.Find(All, s => s.Code == code) is { Code: not null } found ? found.Status : null;

    internal static string Of(GapStatus status) => Array.Find(All, s => s.Status == status).Code;

    internal static string Title(GapStatus status) => Array.Find(All, s => s.Status == status).Title;
}
