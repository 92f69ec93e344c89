namespace QofFhir.Definitions;

/// <summary>A framework in one line.</summary>
/// <param name="YearStart">First day of its service year.</param>
/// <param name="Rules">Version of the business rules.</param>
/// <param name="Indicators">How many it lists.</param>
/// <param name="Evaluable">How many of them can be evaluated with the codes at hand, completely or not.</param>
/// <param name="EvaluablePoints">The points of those.</param>
/// <param name="HasMistakes">True when its definitions have mistakes: it can be listed, not used.</param>
public sealed record FrameworkSummary(
    string Id,
    string Title,
    DateOnly YearStart,
    string Rules,
    decimal Points,
    int Indicators,
    int Evaluable,
    decimal EvaluablePoints,
    bool HasMistakes);
