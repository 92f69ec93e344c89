using QofFhir.Core.Aggregation;

namespace QofFhir.Service.Rollups;

/// <summary>An indicator on one achievement date, over the members of that day.</summary>
internal sealed record TrendPoint(DateOnly On, int Expected, int Reporting, ReportedCounts Counts);
