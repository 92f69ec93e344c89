using System.Buffers;
using System.Globalization;
using System.Text;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary><c>/fhir/Provenance</c>: where a version of a report comes from, as its sender told it; else who sent it when.</summary>
internal static class ProvenanceEndpoints
{
    public static void MapProvenance(this IEndpointRouteBuilder app)
    {
        app.MapGet("/Provenance", Search);
        app.MapGet("/Provenance/{id}", Read);
    }

    private static IResult Search(HttpContext context, CollectedReports reports, ProvenanceStore told, ReportAccess access)
    {
        context.Response.Headers.CacheControl = "no-store";
        var target = context.Request.Query["target"].ToString();
        var parts = target[(target.LastIndexOf("MeasureReport/", StringComparison.Ordinal) is >= 0 and var at ? at : 0)..].Split('/');
        long? version = parts is [_, _, "_history", var last] && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (parts is not (["MeasureReport", _] or ["MeasureReport", _, "_history", _]) || (parts.Length == 4 && version is null))
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "required", "target: a report was expected, MeasureReport/ID or MeasureReport/ID/_history/VERSION.");
        }

        var versions = reports.History(parts[1], access.Of(Readers.Of(context)!)).Where(v => version is null || v.Version == version).ToArray();
        var senders = versions.Length == 0 ? [] : told.Of(parts[1], version).ToLookup(p => p.Version).ToDictionary(g => g.Key, g => g.ToArray());
        (string Id, string Body)[] found = [.. versions.SelectMany(v => senders.TryGetValue(v.Version, out var of) ? of.Select(Told) : [Derived(v)])];
        return FhirAnswer.Resource(output => SearchBundle.Write(
            output, CollectionAddress.Absolute(context.Request, "Provenance"), [new("target", target)], found.Length, null, found));
    }

    private static IResult Read(string id, HttpContext context, CollectedReports reports, ProvenanceStore told, ReportAccess access)
    {
        context.Response.Headers.CacheControl = "no-store";
        var readable = access.Of(Readers.Of(context)!);
        if (told.Find(id) is { } sent)
        {
            return reports.Find(sent.Report, sent.Version, readable) is null ? NotFound : FhirAnswer.Resource(Told(sent).Body);
        }

        // The id of a derived one is that of its version.
        return id.Split('-') is [var report, var version] && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && reports.Find(report, number, readable) is { } found && told.Of(report, number).Count == 0
            ? FhirAnswer.Resource(Derived(found).Body)
            : NotFound;
    }

    private static IResult NotFound => FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no Provenance with this id.");

    private static (string Id, string Body) Told(ToldProvenance told) => (told.Id, Text(output => StoredResourceWriter.WriteProvenance(
        output, Packed.Unpack(told.Body), told.Id, DateTimeOffset.Parse(told.Received, CultureInfo.InvariantCulture), CollectionAddress.Version(told.Report, told.Version))));

    private static (string Id, string Body) Derived(CollectedVersion version)
    {
        var id = $"{version.Id}-{version.Version}";
        return (id, Text(output => StoredResourceWriter.WriteProvenance(output, id, version.ReceivedAt, CollectionAddress.Version(version.Id, version.Version), version.Client)));
    }

    private static string Text(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
