namespace QofFhir.Fhir.Reading.Cds;

/// <summary>The right to read the client's records for the length of one call. Never to be stored, logged or sent to any server but the client's own.</summary>
public sealed record HookAuthorization(string AccessToken, string Scope, string Subject)
{
    /// <summary>Records print their members, and logs print records.</summary>
    public override string ToString() => nameof(HookAuthorization);
}
