using Microsoft.AspNetCore.Http;

namespace QofFhir.SampleGp.Server.Smart;

/// <summary>What the token of a request allows. A request without a grant, where no client is registered, may read everything.</summary>
/// <param name="Scopes">The scopes granted.</param>
internal sealed record Grant(IReadOnlyList<Scope> Scopes)
{
    public static bool Covers(HttpContext context, string type) =>
        context.Features.Get<Grant>() is not { } grant || grant.Scopes.Any(s => s.Covers(type));

    public static Task Refuse(HttpContext context, string type) =>
        Answers.Outcome(context, StatusCodes.Status403Forbidden, "forbidden", $"The token's scopes do not cover {type}.");
}
