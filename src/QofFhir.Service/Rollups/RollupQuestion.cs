using QofFhir.Core.Aggregation;
using QofFhir.Service.Access;

namespace QofFhir.Service.Rollups;

/// <summary>What is to be added up, and for whom.</summary>
/// <param name="On">The achievement date; membership is that of this day.</param>
/// <param name="Indicator">Null: all of the framework.</param>
/// <param name="DaysAllowed">A report that was computed more days after the achievement date is late.</param>
internal sealed record RollupQuestion(Organisation Organisation, string Framework, DateOnly On, string? Indicator, int DaysAllowed, ReadableReports Readable)
{
    /// <summary>A report may take a week.</summary>
    public const int UsualDays = 7;
}
