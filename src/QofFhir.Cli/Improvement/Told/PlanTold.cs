using QofFhir.Core.Improvement;

namespace QofFhir.Cli.Improvement.Told;

/// <summary>A plan as a service tells it, as far as people are shown it.</summary>
/// <param name="Year">That in which the service year begins.</param>
/// <param name="Changes">The plan's version.</param>
internal sealed record PlanTold(
    string Practice, string Module, string Title, int Year, DateOnly Today, long Changes, ReviewTold Review, IReadOnlyList<ProgressTold> Progress);

internal sealed record ReviewTold(
    decimal Points, IReadOnlyList<IndicatorTold> Indicators, IReadOnlyList<RequirementTold> Requirements, DeclarationTold Declaration, IReadOnlyList<string> Problems);

/// <param name="Of">Null where no source tells the points.</param>
internal sealed record IndicatorTold(string Id, bool Achieved, string Why, decimal? Points = null, decimal? Of = null);

internal sealed record RequirementTold(string Id, bool Met, string Why);

internal sealed record DeclarationTold(DeclarationState State, string Why);
