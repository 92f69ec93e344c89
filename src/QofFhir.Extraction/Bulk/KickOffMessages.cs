using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace QofFhir.Extraction.Bulk;

/// <summary>The two forms of a kick-off: a Parameters resource by POST, which takes any length, and an address.</summary>
internal sealed class KickOffMessages(FhirEndpoint endpoint, BulkRequest request)
{
    // Longer addresses are widely refused.
    private const int LongestAddress = 8_000;

    private string? Since => request.Since?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public bool FitsAddress(WantedExport wanted) => Address(wanted).AbsoluteUri.Length <= LongestAddress;

    public HttpRequestMessage Get(WantedExport wanted) => Asynchronous(new HttpRequestMessage(HttpMethod.Get, Address(wanted)));

    public HttpRequestMessage Post(WantedExport wanted)
    {
        JsonObject[] parameters =
        [
            .. Named(wanted).Select(t => Text("_type", t)),
            .. wanted.Filters.Values.SelectMany(f => f).Select(f => Text("_typeFilter", f)),
            .. wanted.Elements.Select(e => Text("_elements", e)),
            .. request.Patients.Select(Patient),
            .. Since is { } since ? [new JsonObject { ["name"] = "_since", ["valueInstant"] = since }] : Array.Empty<JsonObject>(),
        ];
        var body = new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = new JsonArray([.. parameters]) };
        return Asynchronous(new HttpRequestMessage(HttpMethod.Post, endpoint.At(request.Level.Path))
        {
            Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/fhir+json")),
        });
    }

    private Uri Address(WantedExport wanted)
    {
        var parameters = new (string Name, string Value)[]
        {
            ("_type", string.Join(',', Named(wanted))),
            ("_typeFilter", string.Join(',', wanted.Filters.Values.SelectMany(f => f))),
            ("_elements", string.Join(',', wanted.Elements)),
            ("_since", Since ?? ""),
        };
        return endpoint.At(request.Level.Path + "?" + string.Join(
            '&', parameters.Where(p => p.Value.Length > 0).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}")));
    }

    private static IReadOnlyList<string> Named(WantedExport wanted) => wanted.Named ? wanted.Types : [];

    private static HttpRequestMessage Asynchronous(HttpRequestMessage message)
    {
        message.Headers.Add("Prefer", "respond-async");
        return message;
    }

    private static JsonObject Text(string name, string value) => new() { ["name"] = name, ["valueString"] = value };

    private static JsonObject Patient(string id) => new()
    {
        ["name"] = "patient",
        ["valueReference"] = new JsonObject { ["reference"] = "Patient/" + id },
    };
}
