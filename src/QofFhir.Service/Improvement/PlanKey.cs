using QofFhir.Core.Improvement;

namespace QofFhir.Service.Improvement;

/// <summary>A practice's plan for a module in a service year.</summary>
/// <param name="Practice">ODS code as it is configured.</param>
/// <param name="Year">The year in which the service year begins.</param>
internal sealed record PlanKey(string Practice, string Module, int Year)
{
    /// <summary>Where what was counted for it comes from, as a run's id says it of a run.</summary>
    public string Counted => $"qi.{Practice}.{Module}.{Year}";

    public ImprovementPlan Empty => new(Practice.ToUpperInvariant(), Module, new DateOnly(Year, 4, 1));
}
