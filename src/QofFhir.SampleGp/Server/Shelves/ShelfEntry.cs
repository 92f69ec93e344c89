namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>One resource: where its bytes stand, and what a search asks about it.</summary>
internal sealed record ShelfEntry(
    string Id, int File, long Offset, int Length, string? Patient, int[] Codes, int[] ComponentCodes, DateSpan? On, DateSpan? LastUpdated);
