using QofFhir.Publication;
using QofFhir.Publication.Geographies;
using QofFhir.Service.Access;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Organisations;

/// <summary><c>/organisations</c>: the reference data of who belongs to whom, written by the national role alone.</summary>
internal static class OrganisationEndpoints
{
    public static void MapOrganisations(this IEndpointRouteBuilder app)
    {
        app.MapPut("/organisations", PutMapping);
        app.MapPut("/organisations/successions", PutSuccessions);
    }

    private static async Task<IResult> PutMapping(HttpContext context, string? from, OrganisationStore store)
    {
        if (NotNational(context) is { } refusal)
        {
            return refusal;
        }

        if (QueryDay.Parse(from) is not { } day)
        {
            return Results.Problem("from: the day from which the mapping holds was expected, such as ?from=2026-04-01.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (NotCsv(context) is { } other)
        {
            return other;
        }

        var reading = new FileReading("mapping");
        var mapping = GeographyFile.Read(await Body(context), reading);
        if (reading.MistakeCount > 0 || mapping.Organisations.Count == 0)
        {
            // What it does not name is closed: a mapping with a hole would close practices that are open.
            return Mistaken(reading, "The mapping has mistakes; nothing was changed.");
        }

        var change = store.Import(mapping, day, Readers.Of(context)!.Client);
        return change.Misplaced.Count > 0
            ? Results.Problem(
                $"These codes stand for another level here, and nothing was changed: {string.Join(", ", change.Misplaced)}.", statusCode: StatusCodes.Status409Conflict)
            : Results.Json(
                new { from = day, rows = reading.Rows, reading.Accepted, reading.Rejected, changed = change.Any, organisationsAdded = change.Added, change.Renamed, affiliationsBegun = change.Begun, affiliationsEnded = change.Ended },
                RunJson.Options);
    }

    private static async Task<IResult> PutSuccessions(HttpContext context, OrganisationStore store)
    {
        if (NotNational(context) is { } refusal)
        {
            return refusal;
        }

        if (NotCsv(context) is { } other)
        {
            return other;
        }

        var reading = new FileReading("successions");
        var successions = SuccessionFile.Read(await Body(context), reading).ToList();
        return reading.MistakeCount > 0 ? Mistaken(reading, "The successions have mistakes; nothing was changed.")
            : store.Replace(successions) is { Count: > 0 } strangers
                ? Results.Problem($"These codes are no practice here, and nothing was changed: {string.Join(", ", strangers)}.", statusCode: StatusCodes.Status409Conflict)
            : Results.Json(new { rows = reading.Rows, reading.Accepted, reading.Rejected }, RunJson.Options);
    }

    private static IResult? NotNational(HttpContext context) =>
        Readers.Of(context) is not { } reader ? Results.Challenge() : reader.Role == ReaderRole.National ? null : Results.Forbid();

    private static IResult? NotCsv(HttpContext context) =>
        context.Request.ContentType?.Split(';')[0].Trim() == "text/csv" ? null : Results.Problem("text/csv was expected.", statusCode: StatusCodes.Status415UnsupportedMediaType);

    /// <summary>A few megabytes at most; the server's limit of bodies holds.</summary>
    private static async Task<Stream> Body(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        return body;
    }

    private static IResult Mistaken(FileReading reading, string text) => Results.Problem(
        text, statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?>
        {
            ["rows"] = reading.Rows,
            ["accepted"] = reading.Accepted,
            ["rejected"] = reading.Rejected,
            ["mistakeCount"] = reading.MistakeCount,
            ["mistakes"] = reading.Mistakes.Select(m => new { m.Line, m.Column, m.Text }),
        });
}
