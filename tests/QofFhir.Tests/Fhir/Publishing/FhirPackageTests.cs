using System.Diagnostics;
using System.Text.Json.Nodes;
using QofFhir.Definitions;
using QofFhir.Fhir.Publishing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Fhir.Publishing;

public sealed class FhirPackageTests
{
    private const string Framework = "qof-england-2026-27";

    [Fact]
    public void The_package_opens_with_tar_and_holds_exactly_what_its_index_lists()
    {
        var folder = Directory.CreateTempSubdirectory("qoffhir-package-").FullName;
        try
        {
            var package = Path.Combine(folder, "package.tgz");
            File.WriteAllBytes(package, Packed(Published.Of(Framework)));
            var entries = Tar("tzf", package).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Tar("xzf", package, "-C", folder);

            var index = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "package", ".index.json")))!;
            var listed = index["files"]!.AsArray().Select(f => (string)f!["filename"]!).ToList();
            Assert.Equal(listed.Concat([".index.json", "package.json"]).Select(n => "package/" + n).Order(StringComparer.Ordinal), entries);
            Assert.Equal(Published.Of(Framework).Resources.Count, listed.Count);
            foreach (var file in index["files"]!.AsArray())
            {
                var resource = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "package", (string)file!["filename"]!)))!;
                Assert.All(new[] { "resourceType", "id", "url", "version" }, name => Assert.Equal((string)file[name]!, (string)resource[name]!));
            }

            var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "package", "package.json")))!;
            Assert.Equal("qoffhir.qof-england-2026-27", (string)manifest["name"]!);
            Assert.Equal("51.2.0", (string)manifest["version"]!);
            Assert.Equal("4.0.1", (string)manifest["fhirVersions"]![0]!);
            Assert.Equal("4.0.1", (string)manifest["dependencies"]!["hl7.fhir.r4.core"]!);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_same_definitions_give_the_same_bytes() =>
        Assert.Equal(Packed(Published.Of(Framework)), Packed(Published.Make(DefinitionLibrary.Load(Repository.Root), Framework)));

    private static byte[] Packed(PublishedFramework publication)
    {
        using var bytes = new MemoryStream();
        new FhirPackage(publication).WriteTo(bytes);
        return bytes.ToArray();
    }

    private static string Tar(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("tar", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
