namespace QofFhir.Core.Aggregation;

/// <summary>One organisation belongs to another for a time.</summary>
/// <param name="From">Inside.</param>
/// <param name="To">Inside; null: until further notice.</param>
public sealed record Affiliation(string Child, string Parent, DateOnly From, DateOnly? To)
{
    public bool On(DateOnly day) => From <= day && (To is not { } to || day <= to);
}
