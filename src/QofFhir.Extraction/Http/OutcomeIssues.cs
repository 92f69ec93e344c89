using System.Text.Json;

namespace QofFhir.Extraction.Http;

/// <summary>The issues of an OperationOutcome as <c>severity code</c>. Its free text is left out: servers put identifiers there.</summary>
internal sealed record OutcomeIssues(IReadOnlyList<string> Codes, bool Fails)
{
    public static OutcomeIssues None { get; } = new([], false);

    public override string ToString() => Codes.Count == 0 ? "" : $" ({string.Join(", ", Codes)})";

    /// <summary>None when it is no OperationOutcome at all: error pages are often HTML.</summary>
    public static OutcomeIssues Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static OutcomeIssues Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || Text(root, "resourceType") != "OperationOutcome"
            || !root.TryGetProperty("issue", out var issues) || issues.ValueKind != JsonValueKind.Array)
        {
            return None;
        }

        var codes = new List<string>();
        var fails = false;
        foreach (var issue in issues.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object))
        {
            var severity = Text(issue, "severity") is "fatal" or "error" or "warning" or "information" ? Text(issue, "severity") : "error";
            fails |= severity is "fatal" or "error";
            codes.Add($"{severity} {Word(Text(issue, "code"))}");
        }

        return new OutcomeIssues(codes, fails);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Issue codes are short words; anything else in their place is not repeated.</summary>
    private static string Word(string? code) =>
        code is { Length: > 0 and < 30 } && code.All(c => char.IsAsciiLetterLower(c) || c == '-') ? code : "unknown";
}
