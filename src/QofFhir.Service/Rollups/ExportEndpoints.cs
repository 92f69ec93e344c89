using System.Text;
using QofFhir.Core.Aggregation;
using QofFhir.Publication.Geographies;
using QofFhir.Service.Access;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Rollups;

/// <summary><c>/exports/*.csv</c>: in the columns of the NHS publication and of CQRS, streamed.</summary>
internal static class ExportEndpoints
{
    private const int Buffer = 1 << 16;

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        Map(app, "achievement", (files, _) => files.Achievement);
        Map(app, "prevalence", (files, _) => files.Prevalence);
        Map(app, "mapping", (_, geography) => (output, question) => ExportFiles.Mapping(output, question, geography));
        Map(app, "mapping-indicators", (_, _) => ExportFiles.Indicators);
        Map(app, "indicator-values", (files, _) => files.Values);
        Map(app, "indicator-achieved-points", (files, _) => files.Points);
    }

    private static void Map(IEndpointRouteBuilder app, string name, Func<ExportFiles, Geography, Action<TextWriter, ExportQuestion>> file) => app.MapGet(
        $"/exports/{name}.csv",
        (HttpContext context, string? framework, string? on, string? organisation, ServicePlan plan, KnownFrameworks frameworks, OrganisationStore organisations, CollectedReader collected, ExportFiles files, ReportAccess access) =>
        {
            if (Readers.Of(context) is not { } reader)
            {
                return Results.Challenge();
            }

            if (on is not null && QueryDay.Parse(on) is null)
            {
                return Problem(StatusCodes.Status400BadRequest, "on: a day was expected, such as on=2026-11-30.");
            }

            if (frameworks.Find(framework ?? plan.Framework) is not { } found)
            {
                return Problem(StatusCodes.Status404NotFound, "There is no such framework here.");
            }

            var known = organisations.Geography();
            var code = (organisation ?? GeographyFile.England.Code).ToUpperInvariant();
            if (known.Geography.Find(code) is null)
            {
                return Problem(StatusCodes.Status404NotFound, "There is no organisation of this code here; organisation names one.");
            }

            if ((QueryDay.Parse(on) ?? collected.Latest(found.Id)) is not { } day)
            {
                return Problem(StatusCodes.Status404NotFound, "There are no reports of this framework.");
            }

            var (members, readable) = (known.On(day).Practices(code), access.Of(reader));
            var question = new ExportQuestion(found, day, known.On(day), readable.All ? members : members.Intersect(readable.On(day)).ToHashSet(StringComparer.Ordinal));
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.ContentDisposition = $"attachment; filename={name}.csv";
            return Results.Stream(
                async stream =>
                {
                    // The files are written with plain writes, on a thread of their own; what they fill is sent on before the next is filled.
                    await using var output = new StreamWriter(stream, new UTF8Encoding(false), Buffer);
                    await Task.Run(() => file(files, known.Geography)(output, question), context.RequestAborted);
                },
                "text/csv; charset=utf-8");
        });

    private static IResult Problem(int status, string text) => Results.Problem(text, statusCode: status);
}
