namespace QofFhir.Core.Rules;

/// <summary>How an indicator is decided.</summary>
public abstract record IndicatorRule
{
    private protected IndicatorRule()
    {
    }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required RuleSource Source { get; init; }

    public People People { get; init; } = People.OnList;

    /// <summary>A share of a population: the table of rows is walked from the top for each of its patients.</summary>
    /// <param name="Population">Registers, a patient of any one is in; empty means everyone on the practice list.</param>
    public sealed record Fraction(IReadOnlyList<int> Population, IReadOnlyList<Row> Rows) : IndicatorRule;

    /// <summary>The size of a register, or of the union of several.</summary>
    public sealed record Register(IReadOnlyList<int> Registers) : IndicatorRule;

    /// <summary>A question that the practice answers; no patients.</summary>
    public sealed record Attestation(string Question) : IndicatorRule;
}
