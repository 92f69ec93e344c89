namespace QofFhir.SampleGp.Practice.Entries;

/// <summary>An EpisodeOfCare. <paramref name="Until"/> is the day of leaving, null while registered; the type is a registration type of the UK list: R, T, E, IN, P.</summary>
internal sealed record Registration(DateOnly From, DateOnly? Until, string Type);
