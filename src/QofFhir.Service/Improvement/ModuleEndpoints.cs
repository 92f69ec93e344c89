using QofFhir.Fhir.Writing.Improvement;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Improvement;

/// <summary><c>/qi/modules</c>: what may be worked on, and modules that networks write themselves.</summary>
internal static class ModuleEndpoints
{
    /// <summary>Bytes of a body; the library refuses a smaller file, and says so.</summary>
    private const int MostBytes = 1024 * 1024;

    public static void MapModules(this IEndpointRouteBuilder app)
    {
        var modules = app.MapGroup("/qi/modules");
        modules.MapGet("", (ModuleBook book) => Results.Json(new { modules = book.All.Select(PlanJson.Of) }, RunJson.Options));
        modules.MapGet("/{id}", (string id, ModuleBook book) => book.Find(id) is { } found ? Results.Json(PlanJson.Of(found.Module), RunJson.Options) : NotHere());
        modules.MapGet("/{id}/plan-definition", (string id, ModuleBook book) => book.Find(id) is { } found
            ? FhirAnswer.Resource(output => PlanDefinitionWriter.Write(output, found.Module))
            : NotHere());
        modules.MapGet("/{id}/questionnaire", (string id, ModuleBook book) => book.Find(id) is { } found
            ? FhirAnswer.Resource(output => QuestionnaireWriter.Write(output, found.Module))
            : NotHere());
        modules.MapPut("/{id}", Put).RequireAuthorization(Policies.StartRuns);
    }

    /// <summary>Takes a local module as YAML.</summary>
    private static async Task<IResult> Put(string id, string? by, ModuleBook book, Practices.RuleBook rules, HttpContext context, CancellationToken cancellation)
    {
        if (!PlanBody.IsName(by))
        {
            return Results.Problem("Who sends it is expected: ?by=, at most 200 signs.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (rules.Library is null)
        {
            return Results.Problem("The definitions are not loaded.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(buffer, cancellation) is var read and > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MostBytes)
            {
                return Results.Problem($"The file is too large: at most {MostBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
            }
        }

        var module = book.Take(id, body.ToArray(), by!.Trim(), out var mistakes);
        return module is null
            ? Results.Problem(
                "The module has mistakes.", statusCode: StatusCodes.Status422UnprocessableEntity,
                extensions: new Dictionary<string, object?> { ["mistakes"] = mistakes.Select(m => $"{m.File}:{m.Line}:{m.Column}: {m.Text}") })
            : module.Id != id ? Results.Problem("The module in the file has another identifier than the address.", statusCode: StatusCodes.Status400BadRequest)
            : Results.Json(PlanJson.Of(module), RunJson.Options);
    }

    private static IResult NotHere() => PlanPlace.NotHere("There is no such module, or the definitions are not loaded.");
}
