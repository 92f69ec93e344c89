using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using QofFhir.SampleGp.Server.Practices;
using QofFhir.SampleGp.Server.Search;

namespace QofFhir.SampleGp.Server.Smart;

/// <summary>SMART Backend Services: what tells a client where to go, and the tokens.</summary>
internal sealed class SmartEndpoints(SampleGpSettings settings)
{
    public const string ConfigurationPath = "/fhir/.well-known/smart-configuration";
    public const string TokenPath = "/fhir/auth/token";

    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public Task Configuration(HttpContext context) => context.Response.WriteAsJsonAsync(
        new Dictionary<string, object>
        {
            ["token_endpoint"] = TokenUrl(context),
            ["token_endpoint_auth_methods_supported"] = new[] { "private_key_jwt" },
            ["token_endpoint_auth_signing_alg_values_supported"] = new[] { "RS384", "ES384" },
            ["grant_types_supported"] = new[] { "client_credentials" },
            ["scopes_supported"] = new[] { settings.Client?.Scopes ?? "system/*.rs" },
            ["capabilities"] = new[] { "client-confidential-asymmetric", "permission-v1", "permission-v2" },
            ["code_challenge_methods_supported"] = new[] { "S256" },
        },
        context.RequestAborted);

    public async Task Token(HttpContext context)
    {
        var practice = ServedPractice.Of(context);
        var plan = practice.Faults.Plan;
        if (practice.Faults.Spend(plan.TokenEndpointDown))
        {
            await Answers.Outcome(context, StatusCodes.Status503ServiceUnavailable, "transient", "The token endpoint is down.");
            return;
        }

        var form = await Form(context);
        var client = settings.Client;
        if (form.GetValueOrDefault("grant_type") != "client_credentials")
        {
            await Refuse(context, StatusCodes.Status400BadRequest, "unsupported_grant_type", "Only client_credentials is known here.");
        }
        else if (client is null || plan.InvalidClient || form.GetValueOrDefault("client_assertion_type") != AssertionType)
        {
            await Refuse(context, StatusCodes.Status401Unauthorized, "invalid_client", "No such client, or no assertion by JWT.");
        }
        else if (await ClientAssertion.Wrong(form.GetValueOrDefault("client_assertion") ?? "", client, TokenUrl(context), practice.Tokens, settings.Clock) is { } wrong)
        {
            await Refuse(context, StatusCodes.Status401Unauthorized, "invalid_client", wrong);
        }
        else
        {
            await Issue(context, practice, client, form.GetValueOrDefault("scope") ?? "");
        }
    }

    private static async Task Issue(HttpContext context, ServedPractice practice, SampleGpClient client, string asked)
    {
        var scopes = Scope.Narrow(Scope.Read(asked), Scope.Read(client.Scopes));
        if (practice.Faults.Plan.GrantedScopes is { } granted)
        {
            scopes = Scope.Narrow(scopes, Scope.Read(granted));
        }

        if (scopes.Count == 0)
        {
            await Refuse(context, StatusCodes.Status400BadRequest, "invalid_scope", "None of the scopes can be granted.");
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(
            new Dictionary<string, object>
            {
                ["access_token"] = practice.Tokens.Issue(new Grant(scopes), client.TokenLifetime),
                ["token_type"] = "bearer",
                ["expires_in"] = (int)client.TokenLifetime.TotalSeconds,
                ["scope"] = string.Join(' ', scopes.Select(s => s.Text)),
            },
            context.RequestAborted);
    }

    private static async Task<Dictionary<string, string>> Form(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.MediaType != "application/x-www-form-urlencoded")
        {
            return [];
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return QueryText.Pairs(await reader.ReadToEndAsync(context.RequestAborted)).DistinctBy(p => p.Key).ToDictionary(StringComparer.Ordinal);
    }

    private static Task Refuse(HttpContext context, int status, string error, string description)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["error"] = error, ["error_description"] = description }, context.RequestAborted);
    }

    private static string TokenUrl(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{TokenPath}";
}
