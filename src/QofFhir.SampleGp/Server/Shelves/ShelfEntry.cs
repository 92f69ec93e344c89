namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>One resource: where its bytes stand, and what a search asks about it.</summary>
/// <param name="Held">The bytes themselves, of a resource that changed while the server runs; null where they stand in a file.</param>
internal sealed record ShelfEntry(
    string Id, int File, long Offset, int Length, string? Patient, int[] Codes, int[] FurtherCodes, DateSpan? On, DateSpan? LastUpdated, byte[]? Held = null)
{
    /// <summary>A line that no search finds.</summary>
    public static ShelfEntry Line(byte[] bytes) => new("", 0, 0, bytes.Length, null, [], [], null, null, bytes);
}
