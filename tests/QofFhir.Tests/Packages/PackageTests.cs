using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Packages;

/// <summary>What a supplier of a clinical system gets: the packages, and the sample of the README that uses them.</summary>
public sealed partial class PackageTests(PackedLibraries packed) : IClassFixture<PackedLibraries>
{
    private static string Version { get; } = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    public static TheoryData<string> Ids => [.. PackedLibraries.Ids];

    [Fact]
    public void Only_the_rooms_that_a_supplier_takes_are_packed() => Assert.Equal(
        PackedLibraries.Ids,
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(f => XDocument.Load(f).Descendants("Import").Any(i => i.Attribute("Project")!.Value.EndsWith("Package.props", StringComparison.Ordinal)))
            .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_has_assembly_documentation_and_readme(string id)
    {
        using var package = packed.Open(id, ".nupkg");
        Assert.Contains($"lib/net10.0/{id}.dll", Names(package));
        Assert.Contains("## Inside a clinical system", Text(package, "README.md"), StringComparison.Ordinal);
        var documented = XDocument.Parse(Text(package, $"lib/net10.0/{id}.xml")).Descendants("member").Select(m => m.Attribute("name")!.Value).ToList();
        Assert.Contains(id switch { "QofFhir.Core" => "T:QofFhir.Core.Qof", "QofFhir.Fhir" => "T:QofFhir.Fhir.Reading.RecordReader", _ => "T:QofFhir.Definitions.DefinitionLibrary" }, documented);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_has_one_version_with_those_it_needs(string id)
    {
        using var package = packed.Open(id, ".nupkg");
        var nuspec = XDocument.Parse(Text(package, $"{id}.nuspec"));
        string Value(string element) => nuspec.Descendants().Single(e => e.Name.LocalName == element).Value;
        Assert.Equal((id, Version), (Value("id"), Value("version")));
        Assert.NotEmpty(Value("description"));
        var needed = nuspec.Descendants().Where(e => e.Name.LocalName == "dependency").Select(d => $"{d.Attribute("id")!.Value} {d.Attribute("version")!.Value}").Order(StringComparer.Ordinal);
        Assert.Equal(id switch { "QofFhir.Core" => [], "QofFhir.Fhir" => [$"QofFhir.Core {Version}"], _ => [$"QofFhir.Core {Version}", "YamlDotNet 16.3.0"] }, needed);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Symbols_hold_the_sources_and_nothing_tells_where_they_were_built(string id)
    {
        using var symbols = packed.Open(id, ".snupkg");
        using var package = packed.Open(id, ".nupkg");
        var pdb = Bytes(symbols, $"lib/net10.0/{id}.pdb");
        foreach (var file in new[] { pdb, Bytes(package, $"lib/net10.0/{id}.dll") })
        {
            Assert.Equal(-1, file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)));
        }

        using var reader = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
        var metadata = reader.GetMetadataReader();
        var sources = new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE");   // EmbeddedSource, as the format names it
        Assert.All(metadata.Documents.Where(d => !metadata.GetString(metadata.GetDocument(d).Name).Contains("/obj/", StringComparison.Ordinal)), document => Assert.Contains(
            metadata.GetCustomDebugInformation(document), i => metadata.GetGuid(metadata.GetCustomDebugInformation(i).Kind) == sources));
    }

    [Fact]
    public void The_definitions_travel_with_their_licences()
    {
        using var package = packed.Open("QofFhir.Definitions", ".nupkg");
        var names = Names(package);
        foreach (var (folder, pattern) in new[] { ("frameworks", "*.yaml"), ("rulesets", "*.yaml"), ("care", "*.yaml"), ("valuesets", "*.json"), ("valuesets", "*.csv") })
        {
            var root = Path.Combine(Repository.Root, folder);
            Assert.All(Directory.GetFiles(root, pattern, SearchOption.AllDirectories), f => Assert.Contains($"definitions/{Repository.Name(f)}", names));
        }

        Assert.Contains("SNOMED International", Text(package, "definitions/valuesets/README.md"), StringComparison.Ordinal);
        Assert.DoesNotContain(names, n => n.StartsWith("content", StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_of_the_README_runs_outside_the_repository()
    {
        var shown = Sample().Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
        var sample = shown.Groups["program"].Value;
        Assert.InRange(sample.Count(c => c == '\n'), 10, 29);
        var printed = packed.Run(sample, Version, ("patient.json", Path.Combine(Repository.Root, "samples", "patient.json")));
        Assert.All(shown.Groups["printed"].Value.TrimEnd().Split('\n'), line => Assert.Contains(line + "\n", printed, StringComparison.Ordinal));
    }

    private static List<string> Names(ZipArchive package) => [.. package.Entries.Select(e => Uri.UnescapeDataString(e.FullName))];

    private static string Text(ZipArchive package, string name) => Encoding.UTF8.GetString(Bytes(package, name)).TrimStart('\uFEFF');

    private static byte[] Bytes(ZipArchive package, string name)
    {
        using var content = (package.GetEntry(name) ?? throw new InvalidOperationException($"there is no {name} in the package")).Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex(@"```csharp\n(?<program>.*?)```.*?```\n(?<printed>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
