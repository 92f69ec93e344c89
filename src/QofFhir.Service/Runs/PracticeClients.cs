using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;

namespace QofFhir.Service.Runs;

/// <summary>One HTTP client for all systems, and one more for each certificate that we show.</summary>
internal sealed class PracticeClients(HttpClient shared) : IDisposable
{
    private readonly ConcurrentDictionary<X509Certificate2, HttpClient> _certified = new();

    public HttpClient Of(FhirEndpoint system) =>
        system.Access is EndpointAccess.MutualTls access ? _certified.GetOrAdd(access.Certificate, _ => SearchExtraction.NewClient(access)) : shared;

    public void Dispose()
    {
        foreach (var client in _certified.Values)
        {
            client.Dispose();
        }
    }
}
