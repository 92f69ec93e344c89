using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.Retry;

namespace QofFhir.Extraction.Http;

/// <summary>Speaks to one server, politely: waits when told to, tries again what may pass, and says plainly what does not.</summary>
internal sealed class FhirConnection
{
    private readonly HttpClient _http;
    private readonly FhirEndpoint _endpoint;
    private readonly ExtractionSettings _settings;
    private readonly TimeProvider _clock;
    private readonly AccessTokens? _tokens;
    private readonly ResiliencePipeline _retry;

    /// <param name="tokens">Null: the endpoint's own token, or none.</param>
    public FhirConnection(
        HttpClient http, FhirEndpoint endpoint, ExtractionSettings settings, TimeProvider clock, Random jitter, AccessTokens? tokens = null)
    {
        (_http, _endpoint, _settings, _clock, _tokens) = (http, endpoint, settings, clock, tokens);
        _retry = settings.Retries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<PassingFault>(),
                MaxRetryAttempts = settings.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = jitter.NextDouble,
                Delay = settings.FirstWait,
                MaxDelay = settings.LongestWait,
                DelayGenerator = fault => ValueTask.FromResult((fault.Outcome.Exception as PassingFault)?.RetryAfter),
            })
            .Build();
    }

    public int Requests { get; private set; }

    public long Bytes { get; private set; }

    /// <param name="what">What is asked, for messages: a type, never an address.</param>
    /// <param name="read">Turns the body into a value; a <see cref="JsonException"/> from it counts as a broken transfer and is tried again.</param>
    /// <exception cref="ExtractionException">The server cannot be used, or a fault did not pass.</exception>
    public async Task<Answer<T>> Ask<T>(
        string what, Func<HttpRequestMessage> request, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await _retry.ExecuteAsync(async token => await Try(what, request, read, token), cancellation);
        }
        catch (PassingFault fault)
        {
            throw new ExtractionException($"{what}: {fault.Message}; gave up after {_settings.Retries + 1} tries", fault.InnerException);
        }
    }

    private async Task<Answer<T>> Try<T>(
        string what, Func<HttpRequestMessage> request, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellation)
        where T : class
    {
        var bearer = _tokens is null ? _endpoint.BearerToken : await _tokens.Token(cancellation);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(_settings.RequestTimeout);
        try
        {
            using var message = request();
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+json"));
            if (!string.IsNullOrEmpty(bearer))
            {
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            }

            Requests++;
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            var body = await Body(what, response, deadline.Token);
            return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created
                ? new Answer<T>(read(body), null)
                : Refused<T>(what, response, OutcomeIssues.Read(body));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PassingFault($"no answer within {_settings.RequestTimeout.TotalSeconds:0.#} s");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new PassingFault("the connection failed or broke off", inner: fault);
        }
        catch (JsonException fault)
        {
            throw new PassingFault("the answer is broken or truncated JSON", inner: fault);
        }
    }

    private async Task<ReadOnlyMemory<byte>> Body(string what, HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var body = new MemoryStream((int)Math.Min(response.Content.Headers.ContentLength ?? 0, _settings.LargestPage));
        var chunk = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (body.Length + read > _settings.LargestPage)
            {
                throw new ExtractionException($"{what}: a page is larger than {_settings.LargestPage} bytes; ask for smaller pages");
            }

            body.Write(chunk, 0, read);
        }

        Bytes += body.Length;
        if (Bytes > _settings.LargestExtraction)
        {
            throw new ExtractionException($"{what}: the server has given more than {_settings.LargestExtraction} bytes and has not come to an end");
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private Answer<T> Refused<T>(string what, HttpResponseMessage response, OutcomeIssues issues)
        where T : class
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            429 or 503 => throw new PassingFault($"HTTP {status}{issues}", RetryAfter(what, response)),
            408 or 500 or 502 or 504 => throw new PassingFault($"HTTP {status}{issues}"),
            401 when _tokens?.Renew() == true => throw new PassingFault("HTTP 401, the token is no longer accepted", TimeSpan.Zero),
            401 => throw new ExtractionException($"{what}: HTTP 401, the server does not accept our credentials{issues}"),
            403 => throw new ExtractionException($"{what}: HTTP 403, our credentials do not reach this data{issues}"),
            400 or 404 or 405 or 409 or 410 or 412 or 413 or 415 or 422 or 501 => new Answer<T>(null, new Refusal(status, issues)),
            >= 300 and < 400 => throw new ExtractionException($"{what}: HTTP {status}, the server sends us elsewhere; redirects are not followed"),
            _ => throw new ExtractionException($"{what}: HTTP {status}{issues}"),
        };
    }

    private TimeSpan? RetryAfter(string what, HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date is { } until ? until - _clock.GetUtcNow() : null);
        if (wait > _settings.LongestRetryAfter)
        {
            throw new ExtractionException(
                $"{what}: the server asks to wait {wait.Value.TotalMinutes:0} minutes, longer than the {_settings.LongestRetryAfter.TotalMinutes:0} allowed");
        }

        return wait is null ? null : wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
