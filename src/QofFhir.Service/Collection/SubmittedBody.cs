using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary>The body of a submission.</summary>
internal static class SubmittedBody
{
    private static readonly string[] Types = ["application/fhir+json", "application/json", "application/json+fhir", "text/json"];

    /// <returns>The body, or the answer to one that cannot be read.</returns>
    public static async Task<(SubmittedJson? Json, IResult? Refusal)> Read(HttpRequest request)
    {
        if (!Types.Contains(request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return (null, FhirAnswer.Outcome(StatusCodes.Status415UnsupportedMediaType, "not-supported", "FHIR as JSON was expected: Content-Type application/fhir+json."));
        }

        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, 1 << 20));
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return SubmittedJson.Read(body.GetBuffer().AsMemory(0, (int)body.Length)) is { } json
            ? (json, null)
            : (null, new OutcomeAnswer(StatusCodes.Status400BadRequest, [ReportIssues.Of(SubmittedJson.Unreadable)]));
    }
}
