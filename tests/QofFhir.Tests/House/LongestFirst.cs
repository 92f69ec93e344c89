using QofFhir.Tests.Packages;
using QofFhir.Tests.Publishing;
using QofFhir.Tests.SampleGp.Edges;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("QofFhir.Tests.House.LongestFirst", "QofFhir.Tests")]

namespace QofFhir.Tests.House;

/// <summary>Starts the longest classes first: begun last, each would run alone while the other cores stand still.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(YearAgreementTests), nameof(EdgeMutationTests), nameof(PackageTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Array.FindIndex(Long, name => c.DisplayName.Contains($".{name} ", StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length);
}
