namespace QofFhir.Service.Access;

/// <summary>What a valid token says of its client.</summary>
/// <param name="Client">Null when the token names none, or not in a way that can be kept.</param>
/// <param name="Roles">As they stand there: none, one word, or several.</param>
internal sealed record TokenClaims(
    string Issuer, string? Client, IReadOnlyList<string> Scopes, IReadOnlyList<string> Roles, IReadOnlyList<string> Organisations);
