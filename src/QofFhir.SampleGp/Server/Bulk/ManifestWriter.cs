using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QofFhir.SampleGp.Server.Practices;
using QofFhir.SampleGp.Server.Shelves;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>Writes the manifest of an export, or one page of it, in the shape of the version served.</summary>
internal sealed class ManifestWriter(HttpContext context, ServedPractice practice, ExportJob job, BulkSettings settings)
{
    public ReadOnlyMemory<byte> Write()
    {
        var plan = practice.Faults.Plan;
        var (page, pages) = Page();
        var files = job.Files.Index().Skip((page - 1) * PerPage).Take(PerPage).ToList();
        var folder = FileEndpoint.Url(plan.FilesElsewhere ? Answers.BaseUrlElsewhere(context) : Answers.BaseUrl(context), job, job.BeginManifest());
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("transactionTime"u8, Library.Text(job.At));
        if (settings.Version < 4)
        {
            json.WriteString("request"u8, job.Url);
        }
        else
        {
            json.WriteString("outputFormat"u8, "application/fhir+ndjson"u8);
        }

        json.WriteBoolean("requiresAccessToken"u8, TokenRule.FilesNeedToken(practice, plan));
        Files(json, "output", FileKind.Output, files, folder);
        Files(json, "deleted", FileKind.Deleted, files, folder);
        Files(json, settings.Version < 4 ? "error" : "outcome", FileKind.Error, files, folder);
        Extension(json);
        if (page < pages)
        {
            Next(json, StatusEndpoint.Url(plan.NextManifestElsewhere ? Answers.BaseUrlElsewhere(context) : Answers.BaseUrl(context), job), page + 1);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private int PerPage => job.Request.ByPages ? settings.FilesPerManifest : int.MaxValue;

    private (int Page, int Pages) Page()
    {
        var pages = job.Request.ByPages ? Math.Max(1, (job.Files.Count + PerPage - 1) / PerPage) : 1;
        return int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? (Math.Clamp(page, 1, pages), pages)
            : (1, pages);
    }

    /// <summary>Versions 2 and 3 want the arrays of output and errors also when they are empty.</summary>
    private void Files(Utf8JsonWriter json, string name, FileKind kind, IEnumerable<(int Number, ExportFile File)> files, string folder)
    {
        var rows = files.Where(f => f.File.Kind == kind).ToList();
        if (rows.Count == 0 && (settings.Version >= 4 || kind == FileKind.Deleted))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var (number, file) in rows)
        {
            json.WriteStartObject();
            if (settings.Version < 4 || kind == FileKind.Output)
            {
                json.WriteString("type"u8, file.Type);
            }

            json.WriteString("url"u8, string.Create(CultureInfo.InvariantCulture, $"{folder}/{number}.ndjson"));
            json.WriteNumber("count"u8, file.Count);
            if (settings.Version >= 4 && file.Severity is { } severity)
            {
                json.WriteStartArray("countSeverity"u8);
                json.WriteStartObject();
                json.WriteString("code"u8, severity);
                json.WriteNumber("count"u8, file.Count);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An object up to version 3, an array of FHIR extensions from version 4: a client must stand both.</summary>
    private void Extension(Utf8JsonWriter json)
    {
        const string Url = "https://qoffhir.example.org/sample-gp";
        if (settings.Version < 4)
        {
            json.WriteStartObject("extension"u8);
            json.WriteBoolean(Url, true);
            json.WriteEndObject();
        }
        else
        {
            json.WriteStartArray("extension"u8);
            json.WriteStartObject();
            json.WriteString("url"u8, Url);
            json.WriteBoolean("valueBoolean"u8, true);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static void Next(Utf8JsonWriter json, string url, int page)
    {
        json.WriteStartArray("link"u8);
        json.WriteStartObject();
        json.WriteString("relation"u8, "next"u8);
        json.WriteString("url"u8, string.Create(CultureInfo.InvariantCulture, $"{url}?page={page}"));
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
