using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Access;

/// <summary>How much of an aggregator one client may take: requests, their bodies, its patience.</summary>
internal static class RequestLimits
{
    /// <summary>How many times as many requests wait as are worked at.</summary>
    private const int Waiting = 4;

    /// <summary>Who is not known has nothing to ask: each refusal is written down, and shall not fill the table.</summary>
    private const int UnknownShare = 10;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void Add(WebApplicationBuilder builder, LimitSettings limits)
    {
        builder.WebHost.ConfigureKestrel(kestrel => Server(kestrel, limits));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.MaxDepth = limits.JsonDepth);
        builder.Services.AddRateLimiter(options =>
        {
            // In this order a request that has to wait does not pay twice.
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetConcurrencyLimiter(Client(context), _ => AtATime(limits))),
                PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Client(context), _ => OverTime(limits, Readers.Of(context) is null ? UnknownShare : 1))));
            options.OnRejected = Refuse;
        });
    }

    private static void Server(KestrelServerOptions kestrel, LimitSettings limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.BodyMegabytes * 1024L * 1024;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.BodyBytesPerSecond, Grace);
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeaderSeconds);
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
    }

    /// <summary>Two issuers may give the same name. Who is not known is known by the address.</summary>
    private static string Client(HttpContext context) => Readers.Of(context) is { } reader
        ? $"{Readers.Issuer(context.User)} {reader.Client}"
        : context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static ConcurrencyLimiterOptions AtATime(LimitSettings limits) => new()
    {
        PermitLimit = limits.ConcurrentRequests,
        QueueLimit = Waiting * limits.ConcurrentRequests,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    };

    private static TokenBucketRateLimiterOptions OverTime(LimitSettings limits, int share)
    {
        // Ten times a second, or as often as there is one more to give.
        var rate = (double)limits.RequestsPerSecond / share;
        var portion = Math.Max(1, (int)(rate / 10));
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, limits.Burst / share),
            TokensPerPeriod = portion,
            ReplenishmentPeriod = TimeSpan.FromSeconds(portion / rate),
            QueueLimit = 0,
        };
    }

    private static ValueTask Refuse(OnRejectedContext refused, CancellationToken cancellation)
    {
        var context = refused.HttpContext;
        var seconds = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        const string text = "This client asks more than it may; the header Retry-After says in how many seconds it may ask again.";
        return new ValueTask(FhirAnswer.Send(context, StatusCodes.Status429TooManyRequests, "throttled", text));
    }
}
