using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>Reads <c>fhirAuthorization</c>.</summary>
internal static class HookAuthorizationReader
{
    /// <summary>Any longer would not fit into a request's headers.</summary>
    private const int LongestToken = 16 * 1024;

    public static HookAuthorization? Read(Element given, string? patientId)
    {
        var token = given.Text("access_token", required: true);
        if (token is not null && (token.Length > LongestToken || token.AsSpan().ContainsAnyExceptInRange('!', '~')))
        {
            given.Fault("value", "access_token", "A token was expected, as it stands in a header.");
        }

        if (given.Text("token_type", required: true) is { } kind && !kind.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            given.Fault("value", "token_type", "Bearer was expected.");
        }

        if (!given.Has("expires_in"))
        {
            given.Fault("required", "expires_in", "It is missing.");
        }
        else if (given.Count("expires_in") == 0)
        {
            given.Fault("value", "expires_in", "The token is of no use any more.");
        }

        var scope = given.Text("scope", required: true);
        var subject = given.Text("subject", required: true);
        if (given.Optional("patient") && given.Text("patient") is { } patient && patientId is not null && patient != patientId)
        {
            given.Fault("value", "patient", "The token is for another patient than the context.");
        }

        return token is null || scope is null || subject is null ? null : new HookAuthorization(token, scope, subject);
    }
}
