namespace QofFhir.Publication.Practices;

/// <summary>What an indicator is and where it belongs.</summary>
/// <param name="Points">All that can be earned.</param>
/// <param name="ListType">Whom the list of the group's prevalence counts; null: not known.</param>
public sealed record IndicatorRow(
    string Indicator, string? Description, decimal Points, string Group, string? GroupDescription, string? Domain, string? DomainDescription, string? ListType);
