namespace QofFhir.Extraction;

/// <summary>What does not come with an extraction: whatever rests on it cannot be evaluated.</summary>
/// <param name="Type">Resource type; null when the server does not say which, so it may be any.</param>
/// <param name="Reason">Without patient data.</param>
public sealed record MissingData(string? Type, string Reason)
{
    public override string ToString() => $"{Type ?? "any type"}: {Reason}";
}
