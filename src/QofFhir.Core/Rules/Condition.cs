using QofFhir.Core.Records;

namespace QofFhir.Core.Rules;

/// <summary>A condition of the rule language. Logic has two values: a comparison with an absent side is false, and its <c>not</c> is true.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    public sealed record Always : Condition
    {
        public static Always Instance { get; } = new();
    }

    public sealed record All(IReadOnlyList<Condition> Conditions) : Condition;

    public sealed record Any(IReadOnlyList<Condition> Conditions) : Condition;

    public sealed record Not(Condition Inner) : Condition;

    /// <summary>A named condition of the ruleset; name and text are kept for explanations.</summary>
    /// <param name="Origin">The ruleset that defines it; null where it comes from none.</param>
    public sealed record Named(string Name, string Text, Condition Inner, RuleOrigin? Origin = null) : Condition;

    /// <param name="Register">Number of the register in the plan.</param>
    public sealed record InRegister(int Register) : Condition;

    public sealed record DateIsPresent(DateExpression On) : Condition;

    public sealed record NumberIsPresent(NumberExpression Number) : Condition;

    public sealed record SexIs(Sex Sex) : Condition;

    public sealed record Dates(DateExpression Left, Comparison Comparison, DateExpression Right) : Condition;

    public sealed record Numbers(NumberExpression Left, Comparison Comparison, NumberExpression Right) : Condition;
}
