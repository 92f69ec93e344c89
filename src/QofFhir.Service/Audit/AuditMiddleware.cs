using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Audit;

/// <summary>Keeps every access before it is answered, the refused ones too. What is open to everybody is not kept, nor what was turned away for being too much.</summary>
internal sealed class AuditMiddleware(RequestDelegate next, AuditTrail trail, TimeProvider clock)
{
    private const int LongestPath = 500;
    private const int LongestQuery = 4000;
    private const string NotKept = "held-an-nhs-number";

    public async Task InvokeAsync(HttpContext context)
    {
        // Asked now: the handler of errors takes it away.
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(context);
            return;
        }

        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var gate = new AuditedBody(
            original.Stream,
            () => context.Response.StatusCode == StatusCodes.Status429TooManyRequests ? Task.CompletedTask : trail.Keep(Row(context, route)),
            () => context.Response.StatusCode >= StatusCodes.Status500InternalServerError,
            context.RequestAborted);
        var body = new StreamResponseBodyFeature(gate, original);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(context);
            await gate.Open();
            await body.CompleteAsync();
        }
        finally
        {
            context.Features.Set(original);
        }
    }

    private AuditRow Row(HttpContext context, string route)
    {
        var (request, reader) = (context.Request, Readers.Of(context));
        return new AuditRow(
            0,
            StoredReport.Moment(clock.GetUtcNow()),
            request.Method,
            route,
            Asked(request.Path.ToUriComponent(), LongestPath),
            Query(context) is { Length: > 0 } query ? Asked(query, LongestQuery) : null,
            context.Response.StatusCode,
            Purpose.Of(context),
            reader?.Client ?? Readers.Client(context.User),
            Readers.Issuer(context.User),
            reader?.Role.ToString().ToLowerInvariant(),
            reader?.Organisation,
            context.Connection.RemoteIpAddress?.ToString(),
            "");
    }

    /// <summary>What was asked in the address, and in the form of a posted search once that has been read.</summary>
    private static string Query(HttpContext context)
    {
        var asked = context.Request.QueryString.Value is { Length: > 0 } given ? given[1..] : "";
        var form = context.Features.Get<IFormFeature>()?.Form ?? FormCollection.Empty;
        return string.Join('&', form.SelectMany(f => f.Value.Select(v => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(v ?? "")}")).Prepend(asked).Where(p => p.Length > 0));
    }

    /// <summary>What asks for a patient is refused, and is not kept by way of telling that it was.</summary>
    private static string Asked(string text, int most) =>
        NhsNumber.StandsIn(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(text.Replace('+', ' ')))) ? NotKept : text.Length <= most ? text : text[..most];
}
