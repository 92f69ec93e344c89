using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using QofFhir.Service.Audit;
using QofFhir.Service.Cds;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Metadata;

/// <summary>Errors speak FHIR below <c>/fhir</c> and <c>/cds-services</c>, and problem+json elsewhere, and never repeat what was sent.</summary>
internal static class ErrorAnswers
{
    public static void Unforeseen(IApplicationBuilder app) => app.Run(context =>
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = fault switch
        {
            BadHttpRequestException bad => bad.StatusCode,

            // A form that is broken or has too many fields.
            InvalidDataException => StatusCodes.Status400BadRequest,

            // What a text of PostgreSQL cannot hold, such as the sign NUL: sending it again will not help.
            DbException { SqlState: ['2', '2', ..] } => StatusCodes.Status400BadRequest,

            // The database is away longer than work waits for it: the same request may fare better later.
            DbException or TimeoutException or AuditException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        return Send(context, status, status switch
        {
            StatusCodes.Status413PayloadTooLarge => "too-long",
            StatusCodes.Status503ServiceUnavailable => "transient",
            _ => status < 500 ? "invalid" : "exception",
        });
    });

    public static Task Bare(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        return Send(context.HttpContext, status, status switch
        {
            StatusCodes.Status404NotFound => "not-found",
            StatusCodes.Status405MethodNotAllowed => "not-supported",
            _ => status < 500 ? "invalid" : "exception",
        });
    }

    private static bool SpeaksFhir(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/fhir", StringComparison.OrdinalIgnoreCase) || CdsEndpoints.Holds(context);

    private static Task Send(HttpContext context, int status, string code)
    {
        var text = status switch
        {
            StatusCodes.Status400BadRequest => "The request cannot be understood.",
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => "This method is not offered here.",
            StatusCodes.Status415UnsupportedMediaType => "This kind of content is not read here.",
            StatusCodes.Status413PayloadTooLarge => "There is more in the request than is taken at a time.",
            StatusCodes.Status503ServiceUnavailable => "The database does not answer; please send the same again later.",
            < 500 => "The request is not accepted.",
            _ => "Something unforeseen happened here; the log of the service has more.",
        };
        return SpeaksFhir(context)
            ? FhirAnswer.Send(context, status, code, text)
            : Results.Problem(text, statusCode: status).ExecuteAsync(context);
    }
}
