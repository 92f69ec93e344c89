namespace QofFhir.Core.Improvement;

/// <summary>Why a plan, or an entry of it, is refused. It repeats no text of the plan.</summary>
/// <param name="Entry">Identifier of the faulty entry; null where the plan itself is at fault.</param>
/// <param name="Where">Such as <c>objectives/o1.by</c>.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Expected">What would be right.</param>
public sealed record PlanProblem(string? Entry, string Where, string What, string Expected)
{
    public override string ToString() => $"{Where}: {What}; expected: {Expected}.";
}
