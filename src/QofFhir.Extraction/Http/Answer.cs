namespace QofFhir.Extraction.Http;

/// <summary>What a server answered: a value, or a refusal that asking again would not change.</summary>
/// <param name="Refused">Null when there is a value.</param>
internal readonly record struct Answer<T>(T? Value, Refusal? Refused)
    where T : class;

/// <summary>Why a server did not do as asked.</summary>
internal sealed record Refusal(int Status, OutcomeIssues Issues)
{
    /// <summary>It answered, but its self link leaves the parameter out.</summary>
    public static Refusal Ignored { get; } = new(200, OutcomeIssues.None);

    public override string ToString() => Status == 200 ? "ignored" : $"HTTP {Status}{Issues}";
}
