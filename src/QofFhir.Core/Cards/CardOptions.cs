using QofFhir.Core.Prompts;

namespace QofFhir.Core.Cards;

/// <summary>Why cards are asked for.</summary>
public enum CardPurpose
{
    /// <summary>The patient is here, or the record is open.</summary>
    Consultation,

    /// <summary>Something is being ordered: only medicines are spoken of.</summary>
    Orders,

    /// <summary>An appointment is being booked: what it could settle.</summary>
    Recall,
}

/// <summary>What is shown to whom, and how much of it.</summary>
public sealed record CardOptions
{
    public CardPurpose Purpose { get; init; }

    /// <summary>Null: everything is shown.</summary>
    public StaffRole? Role { get; init; }

    /// <summary>A card an indicator in place of one for all.</summary>
    public bool Separate { get; init; }

    /// <summary>Care that is in date draws a card from so many days before it lapses; the first of them is inside.</summary>
    public int LeadDays { get; init; } = 56;

    /// <summary>Cards at most; what is left over is named on the last one.</summary>
    public int Budget { get; init; } = 3;

    /// <summary>Prompts that are switched off, by <see cref="PromptName"/> or an indicator's id or <c>*</c>, each with the reason that is shown.</summary>
    public IReadOnlyDictionary<string, string> Off { get; init; } = new Dictionary<string, string>();

    /// <summary>Indicators put off for this patient, or <c>*</c>; where both are, what ends later holds.</summary>
    public IReadOnlyDictionary<string, PutOff> Snoozed { get; init; } = new Dictionary<string, PutOff>();

    /// <summary>Where the record came from and when, as it is shown, such as <c>the record as of 22 November 2026, 10:30</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Of a record that was stored before, when that was, as it is shown; where no card speaks, one says that this record decided. Null: the record is of this moment.</summary>
    public string? StoredAt { get; init; }

    /// <summary>Sentences that have to be said whatever else is: what could not be read, what the system does not have. Each may hide care that was given.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Ids of the care that is being ordered at this moment: nobody is asked for it.</summary>
    public IReadOnlySet<string> Ordered { get; init; } = new HashSet<string>();

    /// <summary>What a code is called; a code without a term is shown by itself.</summary>
    public Func<string, string?> TermOf { get; init; } = _ => null;
}
