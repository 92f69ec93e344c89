using QofFhir.Core;
using QofFhir.Core.Records;

namespace QofFhir.Fhir.Reading;

/// <summary>Everything that was read, good and bad side by side.</summary>
public sealed record ReadResult(
    PracticeRecords Records, IReadOnlyList<Problem> Problems, ReadCounts Counts, DataQuality Quality);
