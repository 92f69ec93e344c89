using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Access;

/// <summary>One client cannot take the place of all.</summary>
public sealed class LimitTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    [Fact]
    public async Task A_client_that_asks_too_much_is_told_when_to_come_back()
    {
        await using var service = await aggregator.Start("QofFhir:Limits:RequestsPerSecond=1", "QofFhir:Limits:Burst=3");
        var token = aggregator.Token("payer", null, "eager");
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await service.Get("/fhir/Measure?_count=1", token));
        }

        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        var refused = answers[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("throttled", (string)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["issue"]![0]!["code"]!);

        // Others are not kept waiting, and what was turned away does not fill the table.
        await service.Json("/consents", aggregator.Token("payer", null, "calm"));
        for (var i = 0; i < 10; i++)
        {
            await service.Json("/health/live");
        }

        var kept = await service.Json("/fhir/AuditEvent?agent=eager", service.Key);
        Assert.Equal(answers.Count(a => a.StatusCode == HttpStatusCode.OK), (int)kept["total"]!);
        answers.ForEach(a => a.Dispose());
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_not_read()
    {
        await using var service = await aggregator.Start("QofFhir:Limits:BodyMegabytes=1");
        using var answer = await service.Send(HttpMethod.Put, "/consents/A81001", service.Key, new { network = true, filler = new string('x', 1_100_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("PUT /consents/A81001 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\nAuthorization: Bearer KEY\r\n\r\n{")]
    [InlineData("GET /consents HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    public async Task A_slow_client_is_not_waited_for(string begun)
    {
        await using var service = await aggregator.Start("QofFhir:Limits:HeaderSeconds=1", "QofFhir:Limits:BodyBytesPerSecond=100000");
        using var client = await Connected(service);
        await client.SendAsync(Encoding.ASCII.GetBytes(begun.Replace("KEY", service.Key, StringComparison.Ordinal)));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var answer = new byte[200];
        var read = await client.ReceiveAsync(answer, patience.Token);
        Assert.True(read == 0 || Encoding.ASCII.GetString(answer, 0, read).Contains(" 408 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_connections_than_there_may_be_are_closed()
    {
        await using var service = await aggregator.Start("QofFhir:Limits:Connections=2");
        using Socket first = await Connected(service), second = await Connected(service);
        await Task.Delay(200);
        using var third = await Connected(service);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.Equal(0, await third.ReceiveAsync(new byte[1], patience.Token));
    }

    [Fact]
    public async Task One_client_has_only_so_many_requests_at_work_and_waiting()
    {
        await using var service = await aggregator.Start("QofFhir:Limits:ConcurrentRequests=1", "QofFhir:Limits:BodyBytesPerSecond=1");
        var token = aggregator.Token("national", null, "many");
        var begun = Encoding.ASCII.GetBytes(
            $"PUT /consents/A81001 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\nAuthorization: Bearer {token}\r\n\r\n{{{new string(' ', 5000)}");
        var held = new List<Socket>();
        for (var i = 0; i < 5; i++)
        {
            held.Add(await Connected(service));
            await held[^1].SendAsync(begun);
        }

        HttpStatusCode? status = null;
        for (var tries = 0; tries < 100 && status != HttpStatusCode.TooManyRequests; tries++)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            using var request = new HttpRequestMessage(HttpMethod.Get, "/consents") { Headers = { Authorization = new("Bearer", token) } };
            try
            {
                using var answer = await service.Http.SendAsync(request, patience.Token);
                status = answer.StatusCode;
            }
            catch (OperationCanceledException)
            {
                // It waits: not all of the others have arrived yet.
            }
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        await service.Json("/consents", service.Key);
        held.ForEach(h => h.Dispose());
    }

    private static async Task<Socket> Connected(TestService service)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(service.Http.BaseAddress!.Host, service.Http.BaseAddress.Port);
        return socket;
    }
}
