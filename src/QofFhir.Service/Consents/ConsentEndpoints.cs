using QofFhir.Service.Access;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Consents;

/// <summary><c>/consents</c>: whose network may read their reports by name, since when, and who said so.</summary>
internal static class ConsentEndpoints
{
    public static void MapConsents(this IEndpointRouteBuilder app)
    {
        app.MapGet("/consents", All);
        app.MapPut("/consents/{ods}", Say);
    }

    /// <summary>With their history for the practice itself and the national roles; others see who consents to their reading.</summary>
    private static IResult All(HttpContext context, ConsentStore consents, ReportAccess access, TimeProvider clock)
    {
        var reader = Readers.Of(context)!;
        var readable = access.Of(reader);
        var said = consents.Said(readable.All ? null : readable.On(London.Today(clock)));
        return Results.Json(new { consents = said.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Told(s, readable.All || s.Key == reader.Organisation)) });
    }

    private static IResult Say(string ods, ConsentRequest request, HttpContext context, ConsentStore consents, TimeProvider clock)
    {
        var reader = Readers.Of(context)!;
        var practice = ods.ToUpperInvariant();
        if (reader.Role != ReaderRole.National && !(reader.Role == ReaderRole.Practice && reader.Organisation == practice))
        {
            return Results.Forbid();
        }

        if (!Readers.IsOds(practice) || request.Network is not { } network)
        {
            return Results.Problem("Expected the ODS code of a practice and { \"network\": true or false }.", statusCode: StatusCodes.Status400BadRequest);
        }

        consents.Say(new Consent(practice, network, reader.Client, clock.GetUtcNow()));
        return Results.Json(Told(consents.Said([practice]).Single(), whole: true));
    }

    private static object Told(IGrouping<string, Consent> said, bool whole)
    {
        var latest = said.First();
        return whole
            ? new { practice = said.Key, network = latest.Network, by = latest.By, at = latest.At, history = said.Select(s => new { network = s.Network, by = s.By, at = s.At }) }
            : new { practice = said.Key, network = latest.Network };
    }
}

/// <param name="Network">Whether the network may read; it has to be said.</param>
internal sealed record ConsentRequest(bool? Network);
