namespace QofFhir.Service.Practices;

/// <summary>Of gaps in care that are worked out for a whole list.</summary>
internal sealed class CareGapsSettings
{
    /// <summary>So long after the work has ended its files may be fetched; then they are deleted.</summary>
    public int ExpireHours { get; init; } = 24;
}
