namespace QofFhir.Service.Cds.Snoozes;

/// <summary>How often prompts of an indicator were put off.</summary>
internal sealed record SnoozeCount
{
    public string Indicator { get; init; } = "";

    /// <summary>At present.</summary>
    public long Now { get; init; }

    public long Ever { get; init; }
}
