namespace QofFhir.Service.Practices;

/// <summary>Looks through the settings of tokens.</summary>
internal static class JwtCheck
{
    private const string Place = ServiceSettings.Section + ":Jwt";

    public static void Check(JwtSettings? jwt, List<string> mistakes)
    {
        if (jwt is null)
        {
            return;
        }

        if (jwt.Issuers.Length == 0)
        {
            mistakes.Add($"{Place}:Issuers: at least one is needed, with Issuer and Audiences.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < jwt.Issuers.Length; i++)
        {
            Issuer(jwt.Issuers[i], $"{Place}:Issuers:{i}", mistakes);
            if (!seen.Add(jwt.Issuers[i].Issuer))
            {
                mistakes.Add($"{Place}:Issuers:{i}: {jwt.Issuers[i].Issuer} is there twice.");
            }
        }

        foreach (var (name, claim) in new[] { ("RoleClaim", jwt.RoleClaim), ("OrganisationClaim", jwt.OrganisationClaim), ("ClientClaim", jwt.ClientClaim ?? "sub") })
        {
            if (string.IsNullOrWhiteSpace(claim))
            {
                mistakes.Add($"{Place}:{name}: the name of a claim is needed.");
            }
        }
    }

    private static void Issuer(IssuerSettings issuer, string place, List<string> mistakes)
    {
        if (issuer.Issuer.Length == 0 || issuer.Audiences.Length == 0 || issuer.Audiences.Any(string.IsNullOrWhiteSpace))
        {
            mistakes.Add($"{place}: Issuer and Audiences are both needed.");
        }
        else if (issuer is { JwksFile: null, JwksUrl: null } && !(Uri.TryCreate(issuer.Issuer, UriKind.Absolute, out var address) && IsSafe(address)))
        {
            mistakes.Add($"{place}:Issuer: its keys are discovered there, so an https address is needed; or set JwksFile or JwksUrl.");
        }

        if (issuer is { JwksFile: not null, JwksUrl: not null })
        {
            mistakes.Add($"{place}: JwksFile or JwksUrl, not both.");
        }

        Keys(issuer, place, mistakes);
    }

    /// <summary>Where the keys are said to be.</summary>
    public static void Keys(IssuerSettings issuer, string place, List<string> mistakes)
    {
        if (issuer.JwksFile is { } file && !File.Exists(file))
        {
            mistakes.Add($"{place}:JwksFile: there is no file {file}.");
        }

        if (issuer.JwksUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && IsSafe(address)))
        {
            mistakes.Add($"{place}:JwksUrl: an https address is needed.");
        }
    }

    private static bool IsSafe(Uri address) => address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback);
}
