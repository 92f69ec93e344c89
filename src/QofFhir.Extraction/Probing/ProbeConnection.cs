using QofFhir.Extraction.Http;
using QofFhir.Extraction.Searching;

namespace QofFhir.Extraction.Probing;

/// <summary>Asks a server on trial: what goes wrong is a finding, not an end.</summary>
internal sealed class ProbeConnection(FhirConnection connection, FhirEndpoint endpoint)
{
    public FhirEndpoint Endpoint => endpoint;

    /// <returns>The value, or why there is none.</returns>
    public async Task<(T? Value, string? Fault)> Ask<T>(
        string what, Func<HttpRequestMessage> request, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellation)
        where T : class
    {
        try
        {
            var answer = await connection.Ask(what, request, read, cancellation);
            return (answer.Value, answer.Refused?.ToString());
        }
        catch (ExtractionException fault)
        {
            return (null, fault.Message);
        }
    }

    /// <summary>One page of a search, with strict handling asked for.</summary>
    public Task<(SearchPage? Value, string? Fault)> Search(
        string type, int count, CancellationToken cancellation, (string Name, string Value)? parameter = null, bool posted = false)
    {
        KeyValuePair<string, string>[] asked =
        [
            .. parameter is { } given ? [new(given.Name, given.Value)] : Array.Empty<KeyValuePair<string, string>>(),
            new("_count", $"{count}"),
        ];
        return Ask(type, Request, SearchPage.Read, cancellation);

        HttpRequestMessage Request()
        {
            var request = posted
                ? new HttpRequestMessage(HttpMethod.Post, endpoint.At($"{type}/_search")) { Content = new FormUrlEncodedContent(asked) }
                : new HttpRequestMessage(HttpMethod.Get, endpoint.At(type + "?" + string.Join('&', asked.Select(a => $"{a.Key}={Uri.EscapeDataString(a.Value)}"))));
            request.Headers.Add("Prefer", "handling=strict");
            return request;
        }
    }
}
