namespace QofFhir.Service.Practices;

/// <summary>How a system lets us in. Secrets stand in the environment or in files of their own, never here.</summary>
internal sealed class AuthSettings
{
    /// <summary>none, bearer, smart or mutual-tls.</summary>
    public string Kind { get; init; } = "";

    /// <summary>bearer: name of the environment variable that holds the token.</summary>
    public string? TokenVariable { get; init; }

    /// <summary>smart: the id under which the system knows us.</summary>
    public string? ClientId { get; init; }

    /// <summary>smart: file with our private keys, PEM or JWK, the newest last; read again for each token, so a new key needs no restart.</summary>
    public string? KeyFile { get; init; }

    /// <summary>smart: name of the environment variable that holds them, in place of a file.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>smart: null asks to read the types that a practice needs, in the words that the system knows.</summary>
    public string[]? Scopes { get; init; }

    /// <summary>smart: where tokens are given; null: as the system's smart-configuration says.</summary>
    public string? TokenUrl { get; init; }

    /// <summary>mutual-tls: file with our certificate and its private key, PKCS #12 or PEM.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>mutual-tls: name of the environment variable that holds the file's password; null: it has none.</summary>
    public string? PasswordVariable { get; init; }
}
