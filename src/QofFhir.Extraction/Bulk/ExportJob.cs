using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk;

/// <summary>An export that a server prepares: asked how far it is until it is done, and removed at the end.</summary>
internal sealed class ExportJob(
    FhirConnection connection, FhirEndpoint endpoint, ExtractionSettings settings, TimeProvider clock, Random jitter, Uri status, Action<string?> progress)
{
    private const int MostPages = 1000;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until it is done and reads all pages of its manifest; asked again, the addresses of the files are fresh ones.</summary>
    /// <exception cref="ExtractionException">The export failed, or does not end.</exception>
    public async Task<Manifest> Finished(CancellationToken cancellation)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal) { status.AbsoluteUri };
        var manifest = await Page(status, cancellation);
        while (manifest.Next is { } next)
        {
            var address = endpoint.Admit("export", status, next);
            if (!visited.Add(address.AbsoluteUri))
            {
                throw new ExtractionException($"export: the pages of the manifest go in a circle after {visited.Count}");
            }

            if (visited.Count > MostPages)
            {
                throw new ExtractionException($"export: the manifest has more than {MostPages} pages and has not come to an end");
            }

            manifest = (await Page(address, cancellation)).After(manifest);
        }

        return manifest;
    }

    /// <summary>Tells the server that the job is not needed any more, whatever became of it; also when everything else was cancelled.</summary>
    public async Task Remove()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, status);
        await connection.Notify(request, TimeSpan.FromSeconds(10));
    }

    private async Task<Manifest> Page(Uri address, CancellationToken cancellation)
    {
        for (var polls = 0; ; polls++)
        {
            var answer = await connection.Ask("export", Request, Read, cancellation, patient: true);
            if (answer.Value is not { } poll)
            {
                throw new ExtractionException($"export: the server did not finish it, {answer.Refused}");
            }

            if (poll.Manifest is { } manifest)
            {
                return manifest;
            }

            progress(poll.Progress);
            await Task.Delay(Wait(poll.RetryAfter, polls), clock, cancellation);
            connection.RequireTime("export");
        }

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("application/json");
            return request;
        }
    }

    private TimeSpan Wait(TimeSpan? asked, int polls)
    {
        if (asked is { } wait)
        {
            return wait > settings.LongestRetryAfter ? settings.LongestRetryAfter : wait < ShortestWait ? ShortestWait : wait;
        }

        var grown = settings.FirstWait * Math.Pow(1.5, Math.Min(polls, 30));
        return (grown < settings.LongestWait ? grown : settings.LongestWait) * (0.8 + (0.4 * RetryPolicy.Chance(jitter)));
    }

    private Poll Read(HttpResponseMessage response, ReadOnlyMemory<byte> body) => (int)response.StatusCode == 202
        ? new Poll(null, FhirConnection.Asked(response, clock), Progress(response))
        : new Poll(Manifest.Parse(body), null, null);

    private static string? Progress(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Progress", out var said)
            ? new string([.. string.Join(' ', said).Where(c => !char.IsControl(c)).Take(100)])
            : null;

    private sealed record Poll(Manifest? Manifest, TimeSpan? RetryAfter, string? Progress);
}
