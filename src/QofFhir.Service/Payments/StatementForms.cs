using System.Globalization;
using Microsoft.Net.Http.Headers;
using QofFhir.Core.Payments;
using QofFhir.Publication.Statements;

namespace QofFhir.Service.Payments;

/// <summary>A statement in the form that is asked for.</summary>
internal static class StatementForms
{
    /// <returns>A page or a table where Accept prefers it; null: JSON.</returns>
    public static IResult? Of(HttpContext context, Func<Statement> statement)
    {
        var wanted = context.Request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value).FirstOrDefault();
        switch (wanted)
        {
            case "text/html":
                context.Response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'";
                return Results.Content(StatementPage.Write(statement()), "text/html; charset=utf-8");
            case "text/csv":
                var output = new StringWriter(CultureInfo.InvariantCulture);
                StatementCsv.Write(output, statement());
                return Results.Text(output.ToString(), "text/csv; charset=utf-8");
            default:
                return null;
        }
    }
}
