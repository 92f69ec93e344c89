using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Files;

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
    private readonly ResiliencePipeline _patience;
    private int _requests;
    private long _bytes;
    private string? _narrowed;

    public FhirConnection(HttpClient http, FhirEndpoint endpoint, ExtractionSettings settings, TimeProvider clock, Random jitter)
    {
        (_http, _endpoint, _settings, _clock) = (http, endpoint, settings, clock);
        _tokens = AccessTokens.For(
            endpoint, address => new FhirConnection(http, new FhirEndpoint(address), settings, clock, jitter), clock,
            text =>
            {
                _narrowed = $"; {text}";
                Tell(text);
            });
        _retry = RetryPolicy.For(settings.Retries, settings, clock, jitter);
        _patience = RetryPolicy.For(settings.PollRetries, settings, clock, jitter);
    }

    /// <summary>Hears what the server did not honour.</summary>
    public Action<string> Tell { get; init; } = _ => { };

    /// <summary>When all must be over; null: no matter when.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Fails at once while the server is known not to answer.</summary>
    public ResiliencePipeline Circuit { get; init; } = ResiliencePipeline.Empty;

    public int Requests => _requests;

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <inheritdoc cref="Ask{T}(string, Func{HttpRequestMessage}, Func{HttpResponseMessage, ReadOnlyMemory{byte}, T}, CancellationToken, bool)"/>
    public Task<Answer<T>> Ask<T>(
        string what, Func<HttpRequestMessage> request, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellation)
        where T : class => Ask(what, request, (_, body) => read(body), cancellation);

    /// <param name="what">What is asked, for messages: a type, never an address.</param>
    /// <param name="read">Turns the answer into a value; a <see cref="JsonException"/> from it counts as a broken transfer and is tried again.</param>
    /// <param name="patient">Hours of the server's work hang on this request, so more tries are made.</param>
    /// <exception cref="ExtractionException">The server cannot be used, or a fault did not pass.</exception>
    public Task<Answer<T>> Ask<T>(
        string what, Func<HttpRequestMessage> request, Func<HttpResponseMessage, ReadOnlyMemory<byte>, T> read, CancellationToken cancellation,
        bool patient = false)
        where T : class => Persist(
            what, request, withToken: true,
            async (response, token) =>
            {
                using (response)
                {
                    var body = await Body(what, response, token);
                    return (int)response.StatusCode is 200 or 201 or 202 or 204
                        ? new Answer<T>(read(response, body), null)
                        : Refused<T>(what, response, OutcomeIssues.Read(body));
                }
            },
            cancellation,
            patient);

    /// <summary>Opens a file: only its head is read, the body comes as the caller reads it.</summary>
    /// <param name="withToken">Even so the token goes to the server's own origin alone.</param>
    /// <returns>Success, part of a file, or a redirect; a refusal when the file is gone or closed to us.</returns>
    public Task<Answer<HttpResponseMessage>> Open(string what, Func<HttpRequestMessage> request, bool withToken, CancellationToken cancellation) =>
        Persist(
            what, request, withToken,
            async (response, token) =>
            {
                var status = (int)response.StatusCode;
                if (status is 200 or 206 or (> 300 and < 309))
                {
                    return new Answer<HttpResponseMessage>(response, null);
                }

                using (response)
                {
                    var issues = OutcomeIssues.Read(await Body(what, response, token));
                    return status == 403 ? new Answer<HttpResponseMessage>(null, new Refusal(status, issues)) : Refused<HttpResponseMessage>(what, response, issues);
                }
            },
            cancellation);

    /// <inheritdoc cref="AccessTokens.Unreached"/>
    public IReadOnlyList<string> Unreached(IEnumerable<string> types) => _tokens?.Unreached(types) ?? [];

    /// <summary>Sends once and does not mind the answer, nor its absence.</summary>
    public async Task Notify(HttpRequestMessage request, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            var own = _endpoint.Holds(request.RequestUri!);
            var given = own && _tokens is not null ? await _tokens.Current(deadline.Token) : null;
            Prepare(request, own ? given?.Text ?? StandingToken : null);
            Interlocked.Increment(ref _requests);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException or ExtractionException)
        {
            // The server forgets a job by itself, only later.
        }
    }

    /// <summary>Counts what was taken in; a server that never ends is told from a large practice.</summary>
    /// <exception cref="ExtractionException">More than any practice has, or the time is over.</exception>
    public void Take(string what, long bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) > _settings.LargestExtraction)
        {
            throw new ExtractionException($"{what}: the server has given more than {_settings.LargestExtraction} bytes and has not come to an end");
        }

        RequireTime(what);
    }

    public void RequireTime(string what)
    {
        if (_clock.GetUtcNow() > Until)
        {
            throw new ExtractionException($"{what}: not done within the {_settings.TotalTime.TotalMinutes:0.#} minutes that an extraction may take");
        }
    }

    /// <summary>Runs something again while it ends in a passing fault.</summary>
    public async Task<T> Persist<T>(string what, Func<CancellationToken, Task<T>> act, CancellationToken cancellation, bool patient = false)
    {
        try
        {
            return await (patient ? _patience : _retry).ExecuteAsync(async token => await act(token), cancellation);
        }
        catch (PassingFault fault)
        {
            var tries = (patient ? _settings.PollRetries : _settings.Retries) + 1;
            throw new ExtractionException($"{what}: {fault.Message}; gave up after {tries} tries", fault.InnerException);
        }
        catch (BrokenCircuitException)
        {
            throw new ExtractionException($"{what}: this server has not answered for a while; it is left alone and asked again later");
        }
    }

    private Task<T> Persist<T>(
        string what, Func<HttpRequestMessage> request, bool withToken, Func<HttpResponseMessage, CancellationToken, Task<T>> use,
        CancellationToken cancellation, bool patient = false)
    {
        var renewed = false;
        return Persist(
            what,
            async token => await Circuit.ExecuteAsync(async inner => await Try(what, request, withToken, MayRenew, use, inner), token),
            cancellation,
            patient);

        bool MayRenew() => !renewed && (renewed = true);
    }

    private async Task<T> Try<T>(
        string what, Func<HttpRequestMessage> request, bool withToken, Func<bool> mayRenew,
        Func<HttpResponseMessage, CancellationToken, Task<T>> use, CancellationToken cancellation)
    {
        RequireTime(what);
        using var message = request();
        withToken &= _endpoint.Holds(message.RequestUri!);
        var given = withToken && _tokens is not null ? await _tokens.Current(cancellation) : null;
        Prepare(message, withToken ? given?.Text ?? StandingToken : null);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(_settings.RequestTimeout);
        try
        {
            Interlocked.Increment(ref _requests);
            var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            if (response.StatusCode == HttpStatusCode.Unauthorized && given is not null && mayRenew())
            {
                response.Dispose();
                _tokens!.Discard(given);
                throw new PassingFault("HTTP 401, the token is no longer accepted", TimeSpan.Zero);
            }

            return await use(response, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PassingFault($"no answer within {_settings.RequestTimeout.TotalSeconds:0.#} s") { Unreachable = true };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException)
        {
            throw new PassingFault("the connection failed or broke off", inner: fault) { Unreachable = true };
        }
        catch (JsonException fault)
        {
            throw new PassingFault("the answer is broken or truncated JSON", inner: fault);
        }
    }

    private string? StandingToken => (_endpoint.Access as EndpointAccess.Bearer)?.Text;

    private static void Prepare(HttpRequestMessage message, string? token)
    {
        if (message.Headers.Accept.Count == 0)
        {
            message.Headers.Accept.ParseAdd("application/fhir+json");
        }

        message.Headers.AcceptEncoding.ParseAdd("gzip");
        message.Headers.Authorization = string.IsNullOrEmpty(token) ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    private async Task<ReadOnlyMemory<byte>> Body(string what, HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = Plain(response, await response.Content.ReadAsStreamAsync(cancellation));
        var body = new MemoryStream((int)Math.Min(response.Content.Headers.ContentLength ?? 0, 256 * 1024));
        var chunk = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (body.Length + read > _settings.LargestPage)
            {
                throw new ExtractionException($"{what}: a page is larger than {_settings.LargestPage} bytes; ask for smaller pages");
            }

            body.Write(chunk, 0, read);
        }

        Take(what, body.Length);
        var whole = body.GetBuffer().AsMemory(0, (int)body.Length);
        return whole.Span.StartsWith(LineBlocks.Mark) ? whole[LineBlocks.Mark.Length..] : whole;
    }

    /// <summary>The body as it was before the server compressed it.</summary>
    public static Stream Plain(HttpResponseMessage response, Stream body) =>
        response.Content.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? new GZipStream(body, CompressionMode.Decompress) : body;

    private Answer<T> Refused<T>(string what, HttpResponseMessage response, OutcomeIssues issues)
        where T : class
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            429 or 503 => throw new PassingFault($"HTTP {status}{issues}", RetryAfter(what, response)),
            408 or 500 or 502 or 504 => throw new PassingFault($"HTTP {status}{issues}"),
            401 => throw new ExtractionException($"{what}: HTTP 401, the server does not accept our credentials{issues}"),
            403 => throw new ExtractionException($"{what}: HTTP 403, our credentials do not reach this data{issues}{_narrowed}"),
            >= 400 and < 500 when issues.Passes => throw new PassingFault($"HTTP {status}{issues}", RetryAfter(what, response)),
            400 or 404 or 405 or 409 or 410 or 412 or 413 or 415 or 422 or 501 => new Answer<T>(null, new Refusal(status, issues)),
            >= 300 and < 400 => throw new ExtractionException($"{what}: HTTP {status}, the server sends us elsewhere; redirects are not followed"),
            _ => throw new ExtractionException($"{what}: HTTP {status}{issues}"),
        };
    }

    private TimeSpan? RetryAfter(string what, HttpResponseMessage response)
    {
        var wait = Asked(response, _clock);
        return wait <= _settings.LongestRetryAfter || wait is null
            ? wait
            : throw new ExtractionException(
                $"{what}: the server asks to wait {wait.Value.TotalMinutes:0} minutes, longer than the {_settings.LongestRetryAfter.TotalMinutes:0} allowed");
    }

    /// <summary>The wait that a Retry-After asks for, as seconds or until a date; null: none.</summary>
    public static TimeSpan? Asked(HttpResponseMessage response, TimeProvider clock)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date is { } until ? until - clock.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
