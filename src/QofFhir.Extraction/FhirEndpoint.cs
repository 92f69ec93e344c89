namespace QofFhir.Extraction;

/// <summary>A FHIR R4 server and how to be let in.</summary>
/// <param name="Address">Where the resource types hang below; with or without a slash at its end.</param>
/// <param name="BearerToken">Sent as it stands with each request to this origin and to no other; null for an open server.</param>
public sealed record FhirEndpoint(Uri Address, string? BearerToken = null)
{
    /// <summary>Without the token: records print their members, and logs print records.</summary>
    public override string ToString() => Address.GetLeftPart(UriPartial.Path);

    /// <summary>The address of something below the server's root.</summary>
    internal Uri At(string path) => new(Address.AbsoluteUri.TrimEnd('/') + "/" + path);

    /// <summary>Same scheme, host and port: only there may a token or a search go.</summary>
    internal bool Holds(Uri uri) =>
        Uri.Compare(Address, uri, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
