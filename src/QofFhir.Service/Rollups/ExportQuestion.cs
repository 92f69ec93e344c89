using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;

namespace QofFhir.Service.Rollups;

/// <summary>What an export holds.</summary>
/// <param name="Practices">Those of the organisation that the reader may read by name, in their order.</param>
internal sealed record ExportQuestion(Framework Framework, DateOnly On, GeographyOnDay Geography, IReadOnlySet<string> Practices)
{
    /// <summary>As CQRS calls the year, such as <c>QOF2627</c>.</summary>
    public string Service => $"QOF{Framework.YearStart:yy}{Framework.YearStart.AddYears(1):yy}";
}
