using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;

namespace QofFhir.Cli.Endpoints;

/// <summary>How an endpoint lets us in, as options. Secrets stand in files and variables: a command line is there for all to read.</summary>
internal sealed class AccessOptions
{
    private readonly Option<AccessKind> _kind = Ask.Choice<AccessKind>(
        "--auth", "How the server lets us in: not at all, a token that we were given, SMART Backend Services, or a certificate [default: none].");

    private readonly Option<string?> _bearer = new("--bearer-variable") { HelpName = "NAME", Description = "With --auth bearer: the environment variable that holds the token." };
    private readonly Option<string?> _client = new("--client-id") { HelpName = "ID", Description = "With --auth smart: the id under which the server knows us." };
    private readonly Option<string?> _key = new("--key") { HelpName = "FILE", Description = "With --auth smart: file of our private key, PEM or JWK; EC on P-384 or RSA." };
    private readonly Option<string?> _keyVariable = new("--key-variable") { HelpName = "NAME", Description = "The same, in an environment variable." };

    private readonly Option<string[]> _scopes = new("--scope")
    {
        HelpName = "SCOPE",
        DefaultValueFactory = _ => [],
        Description = "With --auth smart: what to ask for; may be repeated [default: reading each type needed, in the words that the server knows].",
    };

    private readonly Option<string?> _token = new("--token-url") { HelpName = "URL", Description = "With --auth smart: where tokens are given [default: the server's own word]." };
    private readonly Option<string?> _certificate = new("--certificate") { HelpName = "FILE", Description = "With --auth mtls: our certificate and its key, PKCS #12 or PEM." };

    private readonly Option<string?> _password = new("--certificate-password-variable")
    {
        HelpName = "NAME",
        Description = "The environment variable that holds the password of the certificate's file.",
    };

    public void AddTo(Command command)
    {
        command.Add(_kind);
        foreach (var (option, _) in Belongings())
        {
            command.Add(option);
        }
    }

    /// <exception cref="StopException">Options that do not go together, or a secret that is not where it should be.</exception>
    /// <exception cref="ExtractionException">A key or a certificate that cannot be used.</exception>
    public FhirEndpoint Endpoint(ParseResult parsed, Uri address)
    {
        var kind = parsed.GetValue(_kind);
        if (Belongings().FirstOrDefault(b => b.Kind != kind && parsed.GetResult(b.Option) is { Implicit: false }).Option is { } stray)
        {
            throw new StopException(ExitCode.Usage, $"{stray.Name} does not go with --auth {kind.ToString().ToLowerInvariant()}");
        }

        if (kind is AccessKind.Bearer or AccessKind.Smart)
        {
            Secret.MayTravelTo(address);
        }

        return new FhirEndpoint(address, kind switch
        {
            AccessKind.Bearer => new EndpointAccess.Bearer(Token(parsed)),
            AccessKind.Smart => Smart(parsed),
            AccessKind.Mtls => new EndpointAccess.MutualTls(ClientCertificate.Read(
                Required(parsed, _certificate), parsed.GetValue(_password) is { } name ? Secret.OfVariable(name) : null)),
            _ => EndpointAccess.None,
        });
    }

    private IEnumerable<(Option Option, AccessKind Kind)> Belongings() =>
    [
        (_bearer, AccessKind.Bearer), (_client, AccessKind.Smart), (_key, AccessKind.Smart), (_keyVariable, AccessKind.Smart),
        (_scopes, AccessKind.Smart), (_token, AccessKind.Smart), (_certificate, AccessKind.Mtls), (_password, AccessKind.Mtls),
    ];

    private EndpointAccess.Smart Smart(ParseResult parsed)
    {
        KeySource source = (parsed.GetValue(_key), parsed.GetValue(_keyVariable)) switch
        {
            ({ } file, null) => new KeySource.File(file),
            (null, { } name) => new KeySource.Variable(name),
            _ => throw new StopException(ExitCode.Usage, "--auth smart expects either --key or --key-variable"),
        };
        var keys = new SigningKeys(source);

        // A key that cannot be used is told before anything is asked of the server.
        _ = keys.PublicKeySet();
        var scopes = parsed.GetValue(_scopes)!.SelectMany(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return new EndpointAccess.Smart(
            Required(parsed, _client), keys, scopes.Length > 0 ? scopes : null,
            parsed.GetValue(_token) is { } url ? Ask.Address(url, _token.Name) : null);
    }

    private string Token(ParseResult parsed)
    {
        var name = Required(parsed, _bearer);
        return Secret.Token(Secret.OfVariable(name), $"the environment variable {name}");
    }

    private static string Required(ParseResult parsed, Option<string?> option) => parsed.GetValue(option)
        ?? throw new StopException(ExitCode.Usage, $"this kind of --auth expects {option.Name} {option.HelpName}");
}
