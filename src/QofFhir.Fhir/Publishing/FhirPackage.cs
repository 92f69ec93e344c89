using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using QofFhir.Core.Achievement;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Publishing;

/// <summary>A publication as a FHIR package: the form in which FHIR tools pass definitions on (npm's format, with an index).</summary>
public sealed class FhirPackage
{
    private readonly Framework _framework;

    /// <param name="publication">Its resources are written once, here.</param>
    public FhirPackage(PublishedFramework publication)
    {
        _framework = publication.Framework;
        Files =
        [
            .. publication.Resources
                .Select(r => new PackageFile(r.FileName, r.Bytes()))
                .Append(new PackageFile("package.json", Bytes(Manifest)))
                .Append(new PackageFile(".index.json", Bytes(json => Index(json, publication.Resources))))
                .OrderBy(f => f.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the package holds, in the order of the names.</summary>
    public IReadOnlyList<PackageFile> Files { get; }

    /// <summary>The name by which other packages depend on it.</summary>
    public string Name => "qoffhir." + _framework.Id.ToLower(CultureInfo.InvariantCulture);

    /// <summary>The version of the business rules in three numbers; with sample codes a pre-release, so that no range of versions takes it.</summary>
    public string Version
    {
        get
        {
            var numbers = _framework.Rules.Split('.');
            var three = string.Join('.', numbers.Concat(["0", "0"]).Take(Math.Max(3, numbers.Length)));
            return _framework.SampleCodes ? three + "-sample" : three;
        }
    }

    /// <summary>Writes the package as a gzip tar: the same publication gives the same bytes, because every entry is dated by the service year and owned by nobody.</summary>
    public void WriteTo(Stream output)
    {
        var date = new DateTimeOffset(_framework.YearStart.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        using var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        using var tar = new TarWriter(gzip, TarEntryFormat.Ustar);
        foreach (var file in Files)
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "package/" + file.Name)
            {
                ModificationTime = date,
                Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                DataStream = new MemoryStream(file.Bytes.ToArray(), writable: false),
            });
        }
    }

    private void Manifest(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        json.WriteString("version", Version);
        json.WriteString("title", _framework.Title);
        json.WriteString("description", $"The indicators of {_framework.Title}, business rules {_framework.Rules}, as Measures, CQL and value sets. This is not an official release.");
        json.WriteString("author", "QofFhir");
        json.WriteString("canonical", Canonicals.Ours + "fhir");
        json.WriteString("type", "Conformance");
        json.WriteStartArray("fhirVersions");
        json.WriteStringValue("4.0.1");
        json.WriteEndArray();
        json.WriteStartObject("dependencies");
        json.WriteString("hl7.fhir.r4.core", "4.0.1");
        json.WriteEndObject();
    }

    private static void Index(Utf8JsonWriter json, IReadOnlyList<PublishedResource> resources)
    {
        json.WriteNumber("index-version", 1);
        json.WriteStartArray("files");
        foreach (var resource in resources.OrderBy(r => r.FileName, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("filename", resource.FileName);
            json.WriteString("resourceType", resource.Type);
            json.WriteString("id", resource.Id);
            json.WriteString("url", resource.Url);
            json.WriteString("version", resource.Version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static byte[] Bytes(Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
