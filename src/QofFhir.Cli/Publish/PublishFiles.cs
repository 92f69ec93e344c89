using QofFhir.Definitions.Publishing;
using QofFhir.Fhir.Publishing;

namespace QofFhir.Cli.Publish;

/// <summary>The files of a published folder: each resource, each CQL text, and the package last.</summary>
internal static class PublishFiles
{
    public const string Package = "package.tgz";

    private static readonly string[] Kinds = ["Measure-*.json", "Library-*.json", "ValueSet-*.json", "QOF*.cql"];

    /// <summary>What is written now, and what an earlier publication wrote; only a folder with a package is taken for one.</summary>
    public static IReadOnlyList<string> Names(string folder, PublishedFramework publication, IReadOnlyList<CqlLibrary> cql)
    {
        var earlier = File.Exists(Path.Combine(folder, Package))
            ? Kinds.SelectMany(kind => Directory.GetFiles(folder, kind)).Select(f => Path.GetFileName(f)!)
            : [];
        return [.. publication.Resources.Select(r => r.FileName).Concat(cql.Select(CqlName)).Union(earlier), Package];
    }

    public static string CqlName(CqlLibrary library) => library.Name + ".cql";
}
