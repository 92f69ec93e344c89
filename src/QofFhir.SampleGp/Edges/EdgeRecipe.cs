namespace QofFhir.SampleGp.Edges;

/// <summary>What edge patients are made for. The same recipe and the same definitions give the same bytes on every machine.</summary>
/// <param name="AchievementDate">Within the service year of the framework.</param>
/// <param name="Indicators">Ids; empty for all that the framework has rules and codes for.</param>
/// <param name="Seed">Chooses among patients that show the same.</param>
/// <param name="Full">Searches longer and keeps up to four times as many patients.</param>
public sealed record EdgeRecipe(DateOnly AchievementDate, IReadOnlyList<string> Indicators, int Seed = 1, bool Full = false);
