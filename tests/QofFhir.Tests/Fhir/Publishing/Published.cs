using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Definitions;
using QofFhir.Definitions.Publishing;
using QofFhir.Fhir.Publishing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Fhir.Publishing;

/// <summary>Our frameworks as they are published, each made once; the ELM stands for itself.</summary>
internal static class Published
{
    private static readonly Lazy<DefinitionLibrary> Real = new(() => DefinitionLibrary.Load(Repository.Root));
    private static readonly Lazy<DefinitionLibrary> Sample = new(() => DefinitionLibrary.Load(Repository.Root, Path.Combine(Repository.Root, "samples", "valuesets")));
    private static readonly ConcurrentDictionary<(string, bool), PublishedFramework> Made = new();

    public static IEnumerable<string> Frameworks => Real.Value.Frameworks.Select(f => f.Id);

    public static PublishedFramework Of(string framework, bool sample = false) =>
        Made.GetOrAdd((framework, sample), _ => Make(sample ? Sample.Value : Real.Value, framework));

    public static PublishedFramework Make(DefinitionLibrary library, string framework)
    {
        var cql = CqlPublication.Of(library, framework);
        return new PublishedFramework(
            library.Framework(framework),
            [.. cql.Select(l => new LogicLibrary(l.Id, l.Name, l.Version, l.Indicator, l.Text, l.Includes, l.ValueSets, l.Parameters) { Elm = () => "{}"u8.ToArray() })],
            [.. cql.SelectMany(l => l.ValueSets).Distinct().Select(library.ValueSet)
                .Select(v => new PublishedResource("ValueSet", v.Id, v.Url, v.Version, v.Name, null, o => o.Write(v.Json.Span)))]);
    }

    public static FrameworkIndicator Indicator(PublishedFramework publication, string id) => publication.Framework.Indicators.Single(i => i.Id == id);

    public static JsonNode Json(PublishedResource resource) => JsonNode.Parse(resource.Bytes().Span)!;
}
