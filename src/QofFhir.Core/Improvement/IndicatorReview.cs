namespace QofFhir.Core.Improvement;

/// <summary>What an indicator of the module came to.</summary>
/// <param name="Points">All or none; null: earned, and it is not known how many.</param>
/// <param name="Why">What is missing, or that nothing is.</param>
public sealed record IndicatorReview(ModuleIndicator Indicator, bool Achieved, decimal? Points, string Why);
