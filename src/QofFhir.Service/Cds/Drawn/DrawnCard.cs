namespace QofFhir.Service.Cds.Drawn;

/// <summary>A card that was answered: what it spoke of, and to whose system; never whom it was about.</summary>
/// <param name="Prompts">Names of the prompts.</param>
internal sealed record DrawnCard(Guid Uuid, string Client, string Service, IReadOnlyList<string> Prompts, DateTimeOffset At);
