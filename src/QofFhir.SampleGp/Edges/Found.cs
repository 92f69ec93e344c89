namespace QofFhir.SampleGp.Edges;

/// <summary>A patient who adds something.</summary>
/// <param name="Shows">What, in words.</param>
/// <param name="Place">The row of the table that decides.</param>
internal sealed record Found(Draft Draft, string Shows, int Place);
