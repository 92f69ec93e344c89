using System.Text;
using System.Text.Encodings.Web;
using QofFhir.Service.Practices;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Metadata;

/// <summary><c>/</c>: where to look.</summary>
internal static class FrontPage
{
    public static void MapFrontPage(this IEndpointRouteBuilder app) => app.MapGet("/", Write);

    private static IResult Write(ServicePlan plan, RunStore runs, HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        var page = new StringBuilder()
            .Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>QofFhir</title>")
            .Append("<style>body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}td,th{text-align:left;padding:.2em 1em .2em 0}</style>")
            .Append("</head><body><h1>QofFhir</h1><ul>");
        foreach (var (address, what) in Addresses(plan))
        {
            page.Append("<li><a href=\"").Append(address).Append("\">").Append(address).Append("</a> ").Append(Encoded(what)).Append("</li>");
        }

        page.Append("</ul>");
        if (plan.Roles.Contains(Role.Worker))
        {
            page.Append("<h2>Last runs</h2><table><tr><th>run</th><th>status</th><th>points</th><th>reason</th></tr>");
            foreach (var run in runs.Latest(10))
            {
                page.Append("<tr><td><a href=\"/runs/").Append(Uri.EscapeDataString(run.Id)).Append("\">").Append(Encoded(run.Id)).Append("</a></td><td>")
                    .Append(Encoded(run.Status.ToString())).Append("</td><td>").Append(Encoded($"{run.Result?.PointsEarned:0.##}")).Append("</td><td>")
                    .Append(Encoded(run.Reason ?? "")).Append("</td></tr>");
            }

            page.Append("</table>");
        }

        return Results.Content(page.Append("</body></html>").ToString(), "text/html; charset=utf-8");
    }

    private static IEnumerable<(string Address, string What)> Addresses(ServicePlan plan)
    {
        if (plan.Roles.Contains(Role.Worker))
        {
            yield return ("/runs", "what was run, and how it went");
            yield return ("/cluster", "the workers, what waits, how fast it goes, what fails and why");
        }

        if (plan.Roles.Contains(Role.PracticeApi))
        {
            yield return ("/fhir/MeasureReport", "summary reports; with the key also those about patients (?type=individual, ?patient=Patient/ID)");
            yield return ("/fhir/Measure", "the indicators");
            yield return ("/fhir/Library", "their logic as CQL and ELM");
            yield return ("/fhir/ValueSet", "the code lists that the logic reads");
            yield return ("/fhir/Measure/$data-requirements", "what deciding them needs of a record");
            yield return ("/fhir/metadata", "what this FHIR endpoint can do");
        }

        if (plan.Roles.Contains(Role.Cds))
        {
            yield return ("/cds-services", "prompts for clinical systems, by CDS Hooks");
        }

        yield return ("/health/ready", "whether the service can work");
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
