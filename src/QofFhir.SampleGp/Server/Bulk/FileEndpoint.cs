using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Practices;
using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>The files of an export: streamed, in ranges, compressed where asked.</summary>
internal sealed class FileEndpoint(Library library, FaultGate gate)
{
    public const string Folder = "/fhir/$export-files";

    /// <summary>Query parameter of a URL that a redirect led to: it needs no token.</summary>
    public const string Moved = "moved";

    public static string Url(string baseUrl, ExportJob job, int manifest) =>
        string.Create(CultureInfo.InvariantCulture, $"{baseUrl}/$export-files/{job.Number}/{manifest}");

    public async Task Get(HttpContext context)
    {
        var practice = ServedPractice.Of(context);
        var plan = practice.Faults.Plan;
        if (practice.Exports.Find(Number(context, "job")) is not { } job || Number(context, "file") is var number && (number < 0 || number >= job.Files.Count))
        {
            await Answers.Outcome(context, StatusCodes.Status404NotFound, "not-found", "There is no such file.");
        }
        else if (practice.Faults.Spend(plan.FileTooMany))
        {
            await gate.Refuse(context, StatusCodes.Status429TooManyRequests, plan);
        }
        else if (practice.Faults.Spend(plan.FileBadGateway))
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            await context.Response.WriteAsync("<html><body>Bad gateway</body></html>", context.RequestAborted);
        }
        else if (plan.FilesRefuseToken && context.Request.Headers.Authorization.Count > 0)
        {
            await Answers.Outcome(context, StatusCodes.Status400BadRequest, "security", "This file wants no token.");
        }
        else if (plan.FilesRedirect && !context.Request.Query.ContainsKey(Moved))
        {
            var path = context.Request.Path.Value!["/fhir".Length..];
            context.Response.Redirect($"{Answers.BaseUrlElsewhere(context)}{path}?{Moved}=1", permanent: false, preserveMethod: true);
        }
        else if (!job.UseFile(Number(context, "manifest"), plan.FilesExpireAfter))
        {
            await Answers.Outcome(context, plan.ExpiredStatus, "expired", "This URL has ended. Ask for the manifest again.");
        }
        else
        {
            await Send(context, practice, job, number);
        }
    }

    private async Task Send(HttpContext context, ServedPractice practice, ExportJob job, int number)
    {
        var plan = practice.Faults.Plan;
        var lines = new FileLines(library, job, job.Files[number]);
        var length = lines.Length();
        var tag = string.Create(CultureInfo.InvariantCulture, $"{job.At.UtcTicks:x}-{job.Number}-{number}");
        var (request, response) = (context.Request, context.Response);
        var range = plan.NoRanges ? null : FileRange.Asked(request, length, tag);
        if (range is { IsOutside: true })
        {
            response.Headers.ContentRange = $"bytes */{length}";
            await Answers.Outcome(context, StatusCodes.Status416RangeNotSatisfiable, "value", "The file ends before.");
            return;
        }

        // A part of compressed bytes is of no use: parts are given plain.
        var zip = range is null && request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "gzip" && e.Quality != 0);
        response.ContentType = "application/fhir+ndjson";
        response.Headers.ETag = $"\"{tag}{(zip ? "-gzip" : "")}\"";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.AcceptRanges = plan.NoRanges || length is null ? "none" : "bytes";
        response.ContentLength = zip ? null : range?.Count ?? length;
        if (range is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {range.From}-{range.To}/{length}");
        }

        if (zip)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        var breaks = practice.Faults.Spend(plan.FileBreaks) ? plan.FileBreaksAfter : long.MaxValue;
        await using var body = zip ? new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true) : response.Body;
        var left = Math.Min(range?.Count ?? long.MaxValue, breaks);
        foreach (var block in lines.Blocks(range?.From ?? 0))
        {
            var part = block[..(int)Math.Min(left, block.Length)];
            await practice.Throttle.Take(part.Length, plan.BytesPerSecond, context.RequestAborted);
            await body.WriteAsync(part, context.RequestAborted);
            left -= part.Length;
            if (left == 0)
            {
                break;
            }
        }

        if (breaks < long.MaxValue)
        {
            await body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }

    private static int Number(HttpContext context, string name) =>
        int.TryParse((string?)context.Request.RouteValues[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
