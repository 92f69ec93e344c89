using System.Buffers;
using System.Globalization;
using System.Text.Json;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary>The answer to a transaction or a batch: an entry for each that was sent, in the same order.</summary>
internal static class ResponseBundle
{
    /// <param name="fates">Of the good reports, in their order.</param>
    public static void Write(IBufferWriter<byte> output, bool transaction, Consignment consignment, IReadOnlyList<Taken> fates, HttpRequest request)
    {
        var reports = consignment.Reports.ToDictionary(r => r.Entry.Place, r => r.Judged, StringComparer.Ordinal);
        var others = consignment.Others.ToLookup(o => o.Entry.Place, o => o.Fault, StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", transaction ? "transaction-response" : "batch-response");
        json.WriteStartArray("entry");
        var fate = 0;
        foreach (var entry in consignment.Entries)
        {
            json.WriteStartObject();
            json.WriteStartObject("response");
            if (reports.TryGetValue(entry.Place, out var judged))
            {
                if (judged.Incoming is { } incoming)
                {
                    Kept(json, incoming, fates[fate++], request);
                }
                else
                {
                    json.WriteString("status", $"{judged.Status}");
                    Outcome(json, judged.Faults.Select(ReportIssues.Of));
                }
            }
            else if (others[entry.Place].ToArray() is { Length: > 0 } faults)
            {
                json.WriteString("status", "422");
                Outcome(json, faults.Select(ReportIssues.Of));
            }
            else
            {
                Beside(json, entry.Resource!.Value.Type == "Provenance");
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Kept(Utf8JsonWriter json, Incoming incoming, Taken taken, HttpRequest request)
    {
        // An older one costs the others nothing, so its entry has succeeded and tells that a newer one is held.
        json.WriteString("status", taken.Fate == Fate.Created ? "201" : "200");
        json.WriteString("location", CollectionAddress.Absolute(request, CollectionAddress.Version(incoming.Id, taken.Version)));
        json.WriteString("etag", CollectionAddress.ETag(taken.Version));
        json.WriteString("lastModified", taken.Received);
        if (taken.Fate is not (Fate.Created or Fate.Replaced) || incoming.Report.OfAnotherVersion)
        {
            Outcome(json, ReportIssues.Of(taken, incoming.Report).Select(i => taken.Fate == Fate.Older && i.Severity == "error" ? i with { Severity = "warning" } : i));
        }
    }

    private static void Beside(Utf8JsonWriter json, bool provenance)
    {
        json.WriteString("status", provenance ? "201" : "200");
        if (!provenance)
        {
            Outcome(json, [new Issue("information", "informational", "Organisations are kept from reference data: this one was not taken.")]);
        }
    }

    private static void Outcome(Utf8JsonWriter json, IEnumerable<Issue> issues)
    {
        json.WritePropertyName("outcome");
        FhirAnswer.Write(json, issues);
    }
}
