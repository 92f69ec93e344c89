using System.Globalization;
using System.Text.Json;

namespace QofFhir.Extraction.Bulk;

/// <summary>What a server says when an export is done, in the words of Bulk Data 2, 3 or 4: what is absent there is empty here.</summary>
/// <param name="Outcomes">Of <c>error</c> and of <c>outcome</c>.</param>
/// <param name="Next">Where the manifest goes on; null on its last page.</param>
internal sealed record Manifest(
    DateTimeOffset? TransactionTime,
    bool RequiresAccessToken,
    IReadOnlyList<ManifestFile> Output,
    IReadOnlyList<ManifestFile> Deleted,
    IReadOnlyList<ManifestFile> Outcomes,
    string? Next)
{
    /// <exception cref="JsonException">Broken, no manifest, or a file without an address.</exception>
    public static Manifest Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        // A manifest is no resource: an OperationOutcome in its place is an error, and not an export of nothing.
        if (root.ValueKind != JsonValueKind.Object || root.TryGetProperty("resourceType", out _))
        {
            throw new JsonException("no manifest");
        }

        return new Manifest(
            Text(root, "transactionTime") is { } time
                && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null,
            // Where it is not said the token goes along; it never goes to another origin.
            !(root.TryGetProperty("requiresAccessToken", out var required) && required.ValueKind == JsonValueKind.False),
            Files(root, "output"),
            Files(root, "deleted"),
            [.. Files(root, "error"), .. Files(root, "outcome")],
            Objects(root, "link").Where(l => Text(l, "relation") == "next").Select(l => Text(l, "url")).FirstOrDefault());
    }

    /// <summary>This page and those before it, as one.</summary>
    public Manifest After(Manifest before) => this with
    {
        TransactionTime = before.TransactionTime ?? TransactionTime,
        RequiresAccessToken = before.RequiresAccessToken && RequiresAccessToken,
        Output = [.. before.Output, .. Output],
        Deleted = [.. before.Deleted, .. Deleted],
        Outcomes = [.. before.Outcomes, .. Outcomes],
    };

    private static ManifestFile[] Files(JsonElement root, string name) =>
    [
        .. Objects(root, name).Select(file => new ManifestFile(
            Text(file, "type"),
            Text(file, "url") ?? throw new JsonException("a file without an address"),
            file.TryGetProperty("count", out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out var lines) ? lines : null)),
    ];

    private static IEnumerable<JsonElement> Objects(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
