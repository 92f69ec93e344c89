using QofFhir.Service.Practices;

namespace QofFhir.Service.Access;

/// <summary><c>/.well-known/jwks.json</c>: our public keys, for the systems that let us in by SMART Backend Services.</summary>
internal static class KeySetEndpoint
{
    /// <summary>Short, so that a new key is known to the systems soon: it should be published before it signs.</summary>
    private const string Lifetime = "public, max-age=300";

    public static void MapKeySet(this IEndpointRouteBuilder app, ServicePlan plan)
    {
        if (plan.Keys is { } keys)
        {
            app.MapGet("/.well-known/jwks.json", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = Lifetime;
                return Results.Text(keys.PublicKeySet(), "application/json");
            }).AllowAnonymous();
        }
    }
}
