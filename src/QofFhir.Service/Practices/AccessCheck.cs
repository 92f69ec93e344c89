using QofFhir.Extraction;
using QofFhir.Extraction.Access;

namespace QofFhir.Service.Practices;

/// <summary>Turns <see cref="AuthSettings"/> into the access of an endpoint, and tries at once whether its keys can be used.</summary>
internal sealed class AccessCheck(IConfiguration configuration, string contentRoot, List<string> mistakes)
{
    private static readonly string[] Kinds = ["none", "bearer", "smart", "mutual-tls"];

    /// <param name="place">Where the settings stand, such as <c>QofFhir:Auth</c>.</param>
    public EndpointAccess Of(AuthSettings? settings, string place)
    {
        if (settings is null)
        {
            return EndpointAccess.None;
        }

        var kind = settings.Kind.ToLowerInvariant();
        if (!Kinds.Contains(kind))
        {
            mistakes.Add($"{place}:Kind: '{settings.Kind}' is no way to be let in; there are {string.Join(", ", Kinds)}.");
            return EndpointAccess.None;
        }

        foreach (var (name, _, owner) in Given(settings).Where(s => s.Owner != kind))
        {
            mistakes.Add($"{place}:{name}: belongs to {owner}, and the kind is {kind}.");
        }

        return kind switch
        {
            "bearer" => EndpointAccess.Token(Secret(settings.TokenVariable, place + ":TokenVariable")),
            "smart" => Smart(settings, place),
            "mutual-tls" => MutualTls(settings, place),
            _ => EndpointAccess.None,
        };
    }

    /// <returns>The variable's value, or null with a mistake told.</returns>
    public string? Secret(string? variable, string place)
    {
        var secret = variable is null ? null : configuration[variable];
        if (string.IsNullOrEmpty(secret))
        {
            mistakes.Add(variable is null ? $"{place}: the name of an environment variable is needed." : $"{place}: the environment has no {variable}.");
        }

        return secret;
    }

    /// <returns>Null unless there is one of the two.</returns>
    public static KeySource? Source(string? file, string? variable, string contentRoot) => (file, variable) switch
    {
        ({ } path, null) => new KeySource.File(Path.GetFullPath(path, contentRoot)),
        (null, { } name) => new KeySource.Variable(name),
        _ => null,
    };

    private EndpointAccess Smart(AuthSettings settings, string place)
    {
        if (string.IsNullOrEmpty(settings.ClientId))
        {
            mistakes.Add($"{place}:ClientId: smart needs the id under which the system knows us.");
        }

        Uri? tokens = null;
        if (settings.TokenUrl is { } url
            && !(Uri.TryCreate(url, UriKind.Absolute, out tokens) && (tokens.Scheme == "https" || (tokens.Scheme == "http" && tokens.IsLoopback))))
        {
            mistakes.Add($"{place}:TokenUrl: an https address is needed.");
        }

        var source = Source(settings.KeyFile, settings.KeyVariable, contentRoot);
        if (source is null)
        {
            mistakes.Add($"{place}: smart needs KeyFile or KeyVariable, one of them.");
            return EndpointAccess.None;
        }

        try
        {
            var keys = new SigningKeys(source);
            keys.PublicKeySet();
            return new EndpointAccess.Smart(settings.ClientId ?? "", keys, settings.Scopes, tokens);
        }
        catch (Exception fault) when (fault is ExtractionException or IOException or UnauthorizedAccessException)
        {
            mistakes.Add($"{place}: {fault.Message}");
            return EndpointAccess.None;
        }
    }

    private EndpointAccess MutualTls(AuthSettings settings, string place)
    {
        if (settings.CertificateFile is null)
        {
            mistakes.Add($"{place}:CertificateFile: mutual-tls needs a file with our certificate.");
            return EndpointAccess.None;
        }

        var password = settings.PasswordVariable is { } variable ? Secret(variable, place + ":PasswordVariable") : null;
        try
        {
            return new EndpointAccess.MutualTls(ClientCertificate.Read(Path.GetFullPath(settings.CertificateFile, contentRoot), password));
        }
        catch (ExtractionException fault)
        {
            mistakes.Add($"{place}:CertificateFile: {fault.Message}");
            return EndpointAccess.None;
        }
    }

    private static IEnumerable<(string Name, string? Value, string Owner)> Given(AuthSettings settings) =>
        new (string Name, string? Value, string Owner)[]
        {
            (nameof(settings.TokenVariable), settings.TokenVariable, "bearer"),
            (nameof(settings.ClientId), settings.ClientId, "smart"),
            (nameof(settings.KeyFile), settings.KeyFile, "smart"),
            (nameof(settings.KeyVariable), settings.KeyVariable, "smart"),
            (nameof(settings.Scopes), settings.Scopes is null ? null : "", "smart"),
            (nameof(settings.TokenUrl), settings.TokenUrl, "smart"),
            (nameof(settings.CertificateFile), settings.CertificateFile, "mutual-tls"),
            (nameof(settings.PasswordVariable), settings.PasswordVariable, "mutual-tls"),
        }.Where(s => s.Value is not null);
}
