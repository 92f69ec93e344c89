using System.Net.Http.Headers;
using QofFhir.Extraction.Files;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk.Files;

/// <summary>Fetches one file of an export: over redirects, past broken connections, with the token only where it belongs.</summary>
internal sealed class FileDownload(FhirConnection connection, FhirEndpoint endpoint, ExtractionSettings settings)
{
    /// <summary>Whole lines as they come.</summary>
    /// <param name="begin">Called for each try: a file that cannot be resumed is read again from its beginning.</param>
    /// <returns>What <paramref name="begin"/> made for the try that came to the end; a refusal when the file is gone or closed to us.</returns>
    public Task<Answer<T>> Read<T>(
        string what, Uri address, bool withToken, Func<(T State, Action<Memory<byte>, bool> Take)> begin, CancellationToken cancellation)
        where T : class => connection.Persist(
            what,
            async token =>
            {
                var (response, refused) = await Open(what, address, withToken, null, token);
                if (response is null)
                {
                    return new Answer<T>(null, refused);
                }

                await using var body = new ResumingStream(response, Reopen, () => connection.RequireTime(what), settings);
                await using var plain = FhirConnection.Plain(response, body);
                var (state, take) = begin();
                try
                {
                    await LineBlocks.Read(what, plain, settings.LongestLine, Counted, token);
                    return new Answer<T>(state, null);
                }
                catch (InvalidDataException fault)
                {
                    throw new PassingFault("the file's compression is broken", inner: fault);
                }

                void Counted(Memory<byte> lines, bool unended)
                {
                    connection.Take(what, lines.Length);
                    take(lines, unended);
                }

                async Task<HttpResponseMessage?> Reopen(long offset, EntityTagHeaderValue? tag, CancellationToken inner) =>
                    (await Open(what, address, withToken, (offset, tag), inner)).Value;
            },
            cancellation);

    private async Task<Answer<HttpResponseMessage>> Open(
        string what, Uri address, bool withToken, (long Offset, EntityTagHeaderValue? Tag)? rest, CancellationToken cancellation)
    {
        for (var hops = 0; ; hops++)
        {
            withToken &= endpoint.Holds(address);
            var answer = await connection.Open(what, Request, withToken, cancellation);
            if (answer.Value is not { } response || (int)response.StatusCode < 300)
            {
                return answer;
            }

            using (response)
            {
                address = hops < 3
                    ? endpoint.Admit(what, address, response.Headers.Location?.OriginalString)
                    : throw new ExtractionException($"{what}: the server sends us on and on");
            }
        }

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("application/fhir+ndjson");
            if (rest is { } from)
            {
                request.Headers.Range = new RangeHeaderValue(from.Offset, null);
                request.Headers.IfRange = from.Tag is null ? null : new RangeConditionHeaderValue(from.Tag);
            }

            return request;
        }
    }
}
