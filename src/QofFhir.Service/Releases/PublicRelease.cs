using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;

namespace QofFhir.Service.Releases;

/// <summary>Counts of one framework and achievement date as the public sees them.</summary>
/// <param name="Achieved">The achievement date.</param>
/// <param name="Made">When it was made public.</param>
/// <param name="Practices">That have a report in it.</param>
/// <param name="Expected">That belong to England on the achievement date.</param>
internal sealed record PublicRelease(string Framework, string Achieved, DisclosurePolicy Policy, string Made, string Client, int Practices, int Expected, bool Sample);

/// <param name="Measure">Canonical with the version that most practices used.</param>
internal sealed record PublicCounts(OrganisationKind Level, string Indicator, string Measure, ReleasedCounts Counts);
