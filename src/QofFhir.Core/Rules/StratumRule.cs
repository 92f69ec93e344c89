namespace QofFhir.Core.Rules;

/// <summary>How patients are parted to be counted apart, such as by age: each patient is in exactly one of the groups.</summary>
public abstract record StratumRule
{
    private protected StratumRule()
    {
    }

    /// <summary>The name as in the ruleset, such as <c>age-band</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required RuleSource Source { get; init; }

    /// <summary>The names of the groups, in the order of the ruleset; the last one takes everyone who is left.</summary>
    public abstract IReadOnlyList<string> Groups { get; }

    /// <summary>Read from the record: the first row that holds decides, and the last one always holds.</summary>
    public sealed record Table(IReadOnlyList<StratumRow> Rows) : StratumRule
    {
        public override IReadOnlyList<string> Groups => [.. Rows.Select(r => r.Group)];
    }

    /// <summary>Not in the record: somebody supplies it for each patient. Who is not supplied is in the last group.</summary>
    /// <param name="Attribute">What is supplied, such as <c>deprivation-quintile</c>.</param>
    public sealed record Supplied(string Attribute, IReadOnlyList<string> Values) : StratumRule
    {
        public override IReadOnlyList<string> Groups => Values;
    }
}

/// <summary>A row of a stratum's table.</summary>
public sealed record StratumRow(string Group, RowLine Line);
