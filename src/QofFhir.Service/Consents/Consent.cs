namespace QofFhir.Service.Consents;

/// <summary>Whether a practice's network may read its reports by name.</summary>
/// <param name="Network">True: its network, those above it, and the network's other practices.</param>
/// <param name="By">The client that said so.</param>
internal sealed record Consent(string Practice, bool Network, string By, DateTimeOffset At);
