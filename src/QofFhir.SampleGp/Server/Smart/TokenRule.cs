using Microsoft.AspNetCore.Http;
using QofFhir.SampleGp.Server.Bulk;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Practices;

namespace QofFhir.SampleGp.Server.Smart;

/// <summary>Which requests need a token, and which token is good.</summary>
internal static class TokenRule
{
    private const string Bearer = "Bearer ";

    public static bool Admits(HttpContext context, ServedPractice practice, SampleGpFaultPlan plan)
    {
        if (IsOpen(context.Request, plan))
        {
            return true;
        }

        var given = context.Request.Headers.Authorization.ToString();
        if (plan.BearerToken is { } wanted)
        {
            return given == Bearer + wanted;
        }

        if (!practice.HasClient)
        {
            return true;
        }

        var grant = given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? practice.Tokens.Use(given[Bearer.Length..], plan.TokenEndsAfter) : null;
        context.Features.Set(grant);
        return grant is not null;
    }

    /// <summary>Whether files of an export are given only with a token.</summary>
    public static bool FilesNeedToken(ServedPractice practice, SampleGpFaultPlan plan) =>
        !plan.FilesRefuseToken && (practice.HasClient || plan.BearerToken is not null);

    private static bool IsOpen(HttpRequest request, SampleGpFaultPlan plan) =>
        request.Path.Value is "/fhir/metadata" or SmartEndpoints.ConfigurationPath or SmartEndpoints.TokenPath
        || (request.Path.StartsWithSegments(FileEndpoint.Folder) && (plan.FilesRefuseToken || request.Query.ContainsKey(FileEndpoint.Moved)));
}
