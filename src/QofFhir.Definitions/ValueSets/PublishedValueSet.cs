using System.Buffers;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>A value set as it is published: the standing list with the code packs laid over it.</summary>
/// <param name="Name">The cluster's name.</param>
/// <param name="Version">Without spaces, so that a canonical can pin it; <c>none</c> where nothing is held.</param>
/// <param name="Json">The FHIR ValueSet in UTF-8.</param>
public sealed record PublishedValueSet(string Id, string Url, string Name, string Version, ReadOnlyMemory<byte> Json)
{
    /// <param name="contents">What each folder says of it, the standing one first.</param>
    /// <param name="cluster">The same as it was loaded; null for a half of a blood pressure, which is no cluster.</param>
    internal static PublishedValueSet Of(IReadOnlyList<ValueSetContent> contents, Cluster? cluster)
    {
        var first = contents[0];
        var content = first with
        {
            Title = first.Title ?? contents.Select(c => c.Title).FirstOrDefault(t => t is not null),
            Version = ValueSetWriter.VersionInIdentifiers(cluster?.Version ?? first.Version),
            Class = cluster?.Class ?? first.Class,
            Completeness = cluster?.Completeness ?? first.Completeness,
            Sample = contents.Any(c => c.Sample),
            Codes = [.. contents.SelectMany(c => c.Codes).DistinctBy(c => c.Key).SelectMany(c => Spellings(c, cluster))],
        };
        var json = new ArrayBufferWriter<byte>();
        ValueSetWriter.Write(json, content);
        return new PublishedValueSet(
            ValueSetWriter.Id(content), ValueSetTerms.ValueSet + content.Name, content.Name, content.Version, json.WrittenMemory);
    }

    /// <summary>A medicine is recorded under the SNOMED CT system or under that of dm+d. Our reader takes them for one; other engines compare systems.</summary>
    private static IEnumerable<ListedCode> Spellings(ListedCode code, Cluster? cluster) =>
        cluster?.Class == ClusterClass.Drug && code.System == ValueSetTerms.Snomed
            ? [code, code with { System = ValueSetTerms.Dmd, Addition = "the same product under the system of dm+d" }]
            : [code];
}
