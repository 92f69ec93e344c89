using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Where a patient of an indicator's population stands: exactly one of these.</summary>
public abstract record Outcome
{
    private protected Outcome()
    {
    }

    /// <summary>The patient is on the register that the indicator counts.</summary>
    public sealed record OnRegister : Outcome
    {
        public static OnRegister Instance { get; } = new();
    }

    /// <summary>Taken out by a definition exclusion: not this indicator's patient, and no care is asked.</summary>
    public sealed record Excluded(Row By) : Outcome;

    /// <summary>In the denominator and in the numerator.</summary>
    public sealed record Achieved(Row By) : Outcome;

    /// <summary>Adjusted: the patient leaves the denominator, the care is still owed.</summary>
    public sealed record Adjusted(Row By) : Outcome
    {
        public AdjustmentReason Reason => By.Reason!.Value;
    }

    /// <summary>In the denominator and not achieved, by an owe row or after the last row.</summary>
    public sealed record Outstanding(Row? By) : Outcome;

    /// <summary>The row that decided, or null after the last one and on a register.</summary>
    public Row? Row => this switch
    {
        Excluded e => e.By,
        Achieved a => a.By,
        Adjusted a => a.By,
        Outstanding o => o.By,
        _ => null,
    };

    /// <summary>What payment reads: the patient is in the denominator and not in the numerator.</summary>
    public bool CountsAgainstPractice => this is Outstanding;

    /// <summary>What prompts, gaps in care and recall read: the care is not done, adjusted or not.</summary>
    public bool CareOutstanding => this is Outstanding or Adjusted;

    /// <summary>excluded, achieved, adjusted, outstanding or on-register.</summary>
    public string Name => this switch
    {
        Excluded => "excluded",
        Achieved => "achieved",
        Adjusted => "adjusted",
        Outstanding => "outstanding",
        _ => "on-register",
    };
}
