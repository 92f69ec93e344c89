using System.Globalization;
using System.Text.Json;

namespace QofFhir.Extraction.Files;

/// <summary>How new a resource says it is.</summary>
internal readonly record struct ResourceVersion(DateTimeOffset? LastUpdated, long? Number)
{
    /// <summary>By the time of the last update, and where that does not tell, by the number of the version.</summary>
    public bool NewerThan(ResourceVersion other) => LastUpdated == other.LastUpdated
        ? Number > other.Number
        : LastUpdated > other.LastUpdated || (other.LastUpdated is null && LastUpdated is not null);

    public static ResourceVersion Of(ReadOnlyMemory<byte> line)
    {
        if (!LineHead.Ends(line.Span))
        {
            return default;
        }

        using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 256 });
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object
            ? new ResourceVersion(
                DateTimeOffset.TryParse(Text(meta, "lastUpdated"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
                long.TryParse(Text(meta, "versionId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null)
            : default;
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
