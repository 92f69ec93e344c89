namespace QofFhir.Core.Achievement;

/// <summary>Something about patients that their records do not hold.</summary>
/// <param name="Name">As strata name it, such as <c>deprivation-quintile</c>.</param>
/// <param name="GroupOf">By the patient's place in the practice's records; who is not in it is not known.</param>
public sealed record SuppliedAttribute(string Name, IReadOnlyDictionary<int, string> GroupOf);
