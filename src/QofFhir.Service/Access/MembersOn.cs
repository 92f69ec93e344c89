namespace QofFhir.Service.Access;

/// <summary>The practices that belong to a network, or to anything above it, on a day; for a practice, those of its network. None for what is not known.</summary>
internal delegate IReadOnlySet<string> MembersOn(string organisation, DateOnly on);
