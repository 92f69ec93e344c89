using System.Buffers;
using System.Text;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Definitions;
using QofFhir.Definitions.Publishing;
using QofFhir.Fhir.Publishing;

namespace QofFhir.Cli.Publish;

/// <summary>One publication from definitions to files.</summary>
internal sealed class PublishRun(string frameworkId, string folder, string? translator, Terminal terminal)
{
    public ExitCode Run((string? Root, string[] Packs) definitions, OutputFormat format, CancellationToken cancellation)
    {
        OutFolder.CheckIsFree(folder, [PublishFiles.Package]);
        var translate = Translator.At(translator);
        var library = DefinitionFiles.Load(definitions.Root, definitions.Packs);
        var framework = DefinitionFiles.FrameworkOf(library, frameworkId);
        var cql = CqlPublication.Of(library, frameworkId);
        var elm = ElmOf(cql, translate, cancellation);
        var publication = PublicationOf(library, framework, cql, elm);
        var package = new FhirPackage(publication);
        Write(publication, package, cql, cancellation);
        PublishView.Write(terminal, publication, package, elm, folder, format);
        return ExitCode.Ok;
    }

    /// <summary>What is stored, and what a translator at hand makes of the rest.</summary>
    private static Elm ElmOf(IReadOnlyList<CqlLibrary> cql, Translator translator, CancellationToken cancellation)
    {
        var stored = cql.Select(l => (l.Name, Elm: ElmStore.Default.Find(l))).ToList();
        var missing = stored.Where(s => s.Elm is null).Select(s => s.Name).ToList();
        var translated = missing.Count == 0 ? new Elm([], null) : translator.Translate(cql, missing, cancellation);
        return translated with
        {
            ByName = stored.Where(s => s.Elm is not null).Select(s => KeyValuePair.Create(s.Name, s.Elm!.Value))
                .Concat(translated.ByName).ToDictionary(StringComparer.Ordinal),
        };
    }

    private static PublishedFramework PublicationOf(DefinitionLibrary library, Framework framework, IReadOnlyList<CqlLibrary> cql, Elm elm)
    {
        var libraries = cql.Select(l => new LogicLibrary(l.Id, l.Name, l.Version, l.Indicator, l.Text, l.Includes, l.ValueSets, l.Parameters)
        {
            Elm = elm.ByName.TryGetValue(l.Name, out var bytes) ? () => bytes : null,
        });
        var valueSets = cql.SelectMany(l => l.ValueSets).Distinct().Order(StringComparer.Ordinal).Select(library.ValueSet)
            .Select(v => new PublishedResource("ValueSet", v.Id, v.Url, v.Version, v.Name, null, output => output.Write(v.Json.Span)));
        return new PublishedFramework(framework, [.. libraries], [.. valueSets]);
    }

    private void Write(PublishedFramework publication, FhirPackage package, IReadOnlyList<CqlLibrary> cql, CancellationToken cancellation)
    {
        using var target = new OutFolder(folder, PublishFiles.Names(folder, publication, cql));
        var resources = publication.Resources.Select(r => r.FileName).ToHashSet(StringComparer.Ordinal);
        foreach (var file in package.Files.Where(f => resources.Contains(f.Name)))
        {
            cancellation.ThrowIfCancellationRequested();
            Create(target, file.Name, file.Bytes.Span);
        }

        foreach (var library in cql)
        {
            Create(target, PublishFiles.CqlName(library), Encoding.UTF8.GetBytes(library.Text));
        }

        using (var file = target.Create(PublishFiles.Package))
        {
            package.WriteTo(file);
        }

        target.MoveIn();
    }

    private static void Create(OutFolder target, string name, ReadOnlySpan<byte> bytes)
    {
        using var file = target.Create(name);
        file.Write(bytes);
    }
}
