using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Reports;

/// <summary>A MeasureReport and what a search looks at. Moments are UTC in a spelling that sorts.</summary>
/// <param name="Identifier">System, bar, value.</param>
/// <param name="Measure">Canonical URL, bar, version.</param>
/// <param name="Starts">First moment of the period.</param>
/// <param name="Ends">First moment after the period.</param>
/// <param name="Content">Digest of everything but the time of computing: equal for reports that say the same.</param>
internal sealed record StoredReport(
    string Id, string Type, string Identifier, string Measure, string Reporter, string Status, string? Subject,
    string Starts, string Ends, string Computed, string Content, string Body)
{
    public static StoredReport Of(ReadOnlySpan<byte> json)
    {
        var report = JsonNode.Parse(json)!.AsObject();
        var body = Encoding.UTF8.GetString(json);
        var computed = DateTimeOffset.Parse(Text(report["date"]), CultureInfo.InvariantCulture);
        var identifier = report["identifier"]![0]!;
        report.Remove("date");
        return new StoredReport(
            Text(report["id"]),
            Text(report["type"]),
            $"{Text(identifier["system"])}|{Text(identifier["value"])}",
            Text(report["measure"]),
            Text(report["reporter"]!["reference"]),
            Text(report["status"]),
            (string?)report["subject"]?["reference"],
            Moment(London.Start(Day(report["period"]!["start"]))),
            Moment(London.Start(Day(report["period"]!["end"]).AddDays(1))),
            Moment(computed),
            Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(report))),
            body);
    }

    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(JsonNode? node) => (string)node!;

    private static DateOnly Day(JsonNode? node) => DateOnly.ParseExact(Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
