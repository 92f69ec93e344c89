using Xunit.Abstractions;

[assembly: TestCollectionOrderer("QofFhir.Service.Tests.LongestFirst", "QofFhir.Service.Tests")]

namespace QofFhir.Service.Tests;

/// <summary>Starts the longest classes first: begun last, each would run alone while the other cores stand still.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [
        nameof(ResumeTests), nameof(KeptRecordsTests), nameof(RunTests), nameof(CompletenessTests), nameof(SecrecyTests), nameof(AttestationTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Array.FindIndex(Long, name => c.DisplayName.Contains($".{name} ", StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length);
}
