using System.Buffers;
using QofFhir.Core.Achievement;
using QofFhir.Definitions;
using QofFhir.Definitions.Publishing;
using QofFhir.Fhir.Publishing;

namespace QofFhir.Service.Publishing;

/// <summary>A framework as it is served; only ELM that is stored stands in it, because the service translates nothing.</summary>
internal static class PublicationOf
{
    public static PublishedFramework Framework(DefinitionLibrary library, Framework framework)
    {
        var cql = CqlPublication.Of(library, framework.Id);
        return new PublishedFramework(
            framework,
            [.. cql.Select(l => new LogicLibrary(l.Id, l.Name, l.Version, l.Indicator, l.Text, l.Includes, l.ValueSets, l.Parameters)
            {
                // Unpacked again when it is asked for: all of it held would be megabytes that are rarely wanted.
                Elm = ElmStore.Default.Find(l) is null ? null : () => ElmStore.Default.Find(l)!.Value,
            })],
            [.. cql.SelectMany(l => l.ValueSets).Distinct().Order(StringComparer.Ordinal).Select(library.ValueSet)
                .Select(v => new PublishedResource("ValueSet", v.Id, v.Url, v.Version, v.Name, null, output => output.Write(v.Json.Span)))]);
    }
}
