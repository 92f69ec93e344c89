using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace QofFhir.Cli.Improvement;

/// <summary>Asks a service, and turns what it refuses into words.</summary>
internal sealed class ServiceClient(HttpClient http) : IDisposable
{
    public Task<ServiceAnswer> Get(string address, CancellationToken cancellation) => Send(HttpMethod.Get, address, null, null, cancellation);

    public Task<ServiceAnswer> Post(string address, object body, CancellationToken cancellation, string? ifMatch = null) =>
        Send(HttpMethod.Post, address, JsonContent.Create(body), ifMatch, cancellation);

    /// <exception cref="StopException">The service refuses it; the reasons are the service's own.</exception>
    /// <exception cref="HttpRequestException">It does not answer.</exception>
    public async Task<ServiceAnswer> Send(HttpMethod method, string address, HttpContent? content, string? ifMatch, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        }

        using var response = await http.SendAsync(request, cancellation);
        var answer = new ServiceAnswer(await response.Content.ReadAsStringAsync(cancellation), response.Headers.ETag?.Tag);
        return response.IsSuccessStatusCode
            ? answer
            : throw ServiceRefusal.Of(response.StatusCode, response.Content.Headers.ContentType?.MediaType == ServiceRefusal.MediaType ? answer : null);
    }

    /// <summary>As the service writes it: in quotation marks.</summary>
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public void Dispose() => http.Dispose();
}
