using System.Net.Http.Headers;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction;

/// <summary>Sends resources to a FHIR server by conditional update: sent again, they take their own place.</summary>
/// <param name="http">Best from <see cref="SearchExtraction.NewClient"/>.</param>
/// <param name="jitter">Spreads the retries; used by this submission only.</param>
public sealed class ReportSubmission(HttpClient http, FhirEndpoint target, ExtractionSettings settings, TimeProvider clock, Random jitter)
{
    private readonly FhirConnection _connection = new(http, target, settings, clock, jitter);

    /// <summary>Puts one MeasureReport in the place that its identifier names.</summary>
    /// <param name="identifier">System, bar, value.</param>
    /// <param name="json">Without an id: the server's own may differ.</param>
    /// <returns>Null when the server took it; else why it did not, without patient data.</returns>
    /// <exception cref="ExtractionException">The server cannot be used at all, or a fault did not pass: the next would fare the same.</exception>
    public async Task<string?> Put(string identifier, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var answer = await _connection.Ask("MeasureReport", Request, _ => "", cancellation);
        return answer.Refused is not { } refusal ? null : refusal.Status switch
        {
            412 => "HTTP 412: the aggregator holds several reports with this identifier; someone must remove the duplicates there",
            409 => "HTTP 409: the aggregator was changing this report at the same time; the next run sends it again",
            _ => refusal.ToString(),
        };

        HttpRequestMessage Request() => new(HttpMethod.Put, target.At("MeasureReport?identifier=" + Uri.EscapeDataString(identifier)))
        {
            Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+json") } },
        };
    }
}
