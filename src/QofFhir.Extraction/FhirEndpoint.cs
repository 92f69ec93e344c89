using QofFhir.Extraction.Access;

namespace QofFhir.Extraction;

/// <summary>A FHIR R4 server and how to be let in.</summary>
/// <param name="Address">Where the resource types hang below; with or without a slash at its end.</param>
/// <param name="Access">Tokens go to this origin and to no other; null for an open server.</param>
public sealed record FhirEndpoint(Uri Address, EndpointAccess? Access = null)
{
    /// <summary>Other origins to which the server may send us for the files of an export. They never see its token.</summary>
    public IReadOnlyList<Uri> AllowedOrigins { get; init; } = [];

    /// <summary>The address alone, without a password that may stand in it: records print their members, and logs print records.</summary>
    public override string ToString() => Address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>The address of something below the server's root.</summary>
    internal Uri At(string path) => new(Address.AbsoluteUri.TrimEnd('/') + "/" + path);

    /// <summary>Same scheme, host and port: only there may a token or a search go.</summary>
    internal bool Holds(Uri uri) => SameOrigin(Address, uri);

    /// <summary>Where an address of the server leads, when we may go there.</summary>
    /// <exception cref="ExtractionException">It is no address, or one on an origin that is neither the server's own nor allowed.</exception>
    internal Uri Admit(string what, Uri from, string? address) =>
        !Uri.TryCreate(from, address, out var target) || target.Scheme is not ("http" or "https")
            ? throw new ExtractionException($"{what}: the server sends us to something that is no http address")
            : Holds(target) || AllowedOrigins.Any(o => SameOrigin(o, target)) ? target
            : throw new ExtractionException($"{what}: the server sends us to another origin ({target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}), which is not allowed, so it is not followed");

    private static bool SameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
