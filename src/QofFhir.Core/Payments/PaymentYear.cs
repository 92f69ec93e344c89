namespace QofFhir.Core.Payments;

/// <summary>How a framework year pays. What is not known is null, and no sum that needs it is given.</summary>
public sealed record PaymentYear
{
    /// <summary>Pounds for a point in a practice of average list and prevalence.</summary>
    public Sourced<decimal>? PointValue { get; init; }

    /// <summary>National average of practices' list sizes, in patients.</summary>
    public Sourced<decimal>? AverageList { get; init; }

    /// <summary>The day of which <see cref="AverageList"/> is.</summary>
    public Sourced<DateOnly>? AverageListDay { get; init; }

    /// <summary>The day on which a practice's list is counted for its population index.</summary>
    public Sourced<DateOnly>? ListDay { get; init; }

    /// <summary>The day on which registers and lists are counted for prevalence.</summary>
    public Sourced<DateOnly>? PrevalenceDay { get; init; }

    /// <summary>Of whom prevalence is a share, in words, such as the whole list.</summary>
    public Sourced<string>? PrevalenceList { get; init; }

    /// <summary>The day by which the balance is paid.</summary>
    public Sourced<DateOnly>? BalanceDay { get; init; }

    /// <summary>The share that is paid in advance, and in how many parts.</summary>
    public Sourced<Aspiration>? Aspiration { get; init; }

    /// <summary>Each indicator with points stands in exactly one.</summary>
    public IReadOnlyList<PaymentGroup> Groups { get; init; } = [];

    /// <summary>Indicators whose income was protected this year: their points do not follow from this year's records.</summary>
    public Sourced<IReadOnlyList<string>>? Protected { get; init; }

    /// <summary>Indicators whose points are shown as provisional, and why.</summary>
    public IReadOnlyList<Sourced<Unsettled>> Unsettled { get; init; } = [];
}
