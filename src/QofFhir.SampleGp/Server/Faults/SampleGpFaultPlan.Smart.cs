namespace QofFhir.SampleGp.Server.Faults;

public sealed partial record SampleGpFaultPlan
{
    /// <summary>The next so many requests for a token are answered 503.</summary>
    public int TokenEndpointDown { get; init; }

    /// <summary>Every assertion is refused as invalid_client.</summary>
    public bool InvalidClient { get; init; }

    /// <summary>A token ends after so many requests, whatever it said.</summary>
    public int? TokenEndsAfter { get; init; }

    /// <summary>The request of this number, the first is 1, is answered 401 although its token is good.</summary>
    public int? UnauthorisedAt { get; init; }

    /// <summary>Only these scopes, with spaces between, are granted of those asked for.</summary>
    public string? GrantedScopes { get; init; }
}
