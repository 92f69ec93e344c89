namespace QofFhir.Extraction.Terminology;

/// <summary>How a program, not a person, is let in: OAuth 2.0 client credentials.</summary>
/// <param name="TokenAddress">Where the id and the secret are given for a token.</param>
public sealed record ClientCredentials(Uri TokenAddress, string Id, string Secret)
{
    /// <summary>Without the secret: records print their members, and logs print records.</summary>
    public override string ToString() => $"{Id} at {TokenAddress.GetLeftPart(UriPartial.Path)}";
}
