namespace QofFhir.SampleGp.Server.Faults;

/// <summary>A request as it came, without its secrets.</summary>
/// <param name="Origin">As the client named it: the two names of loopback are two origins.</param>
/// <param name="Target">Path and query.</param>
/// <param name="HasToken">Whether an Authorization header came along.</param>
public sealed record SampleGpRequest(string Method, string Origin, string Target, bool HasToken, string? Prefer, string? Range);
