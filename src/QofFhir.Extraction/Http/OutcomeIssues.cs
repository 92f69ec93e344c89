using System.Text.Json;

namespace QofFhir.Extraction.Http;

/// <summary>The issues of an OperationOutcome as <c>severity code</c>, or the error word of an OAuth answer. Free text is left out: servers put identifiers there.</summary>
/// <param name="Fails">Something could not be done.</param>
internal sealed record OutcomeIssues(IReadOnlyList<string> Codes, bool Fails)
{
    /// <summary>FHIR's codes for what may be gone at the next try.</summary>
    private static readonly string[] Transient = ["transient", "lock-error", "no-store", "timeout", "incomplete", "throttled"];

    /// <summary>All that is wrong may be gone at the next try.</summary>
    public bool Passes { get; private init; }

    /// <summary>Resource types that the failing issues are about; empty where they do not say.</summary>
    public IReadOnlyList<string> Types { get; private init; } = [];

    /// <summary>What the failing issues say in words: to look in, never to repeat.</summary>
    public string Said { get; private init; } = "";

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
        if (root.ValueKind == JsonValueKind.Object && Text(root, "error") is { } word)
        {
            return new OutcomeIssues([$"error {Word(word)}"], true);
        }

        if (root.ValueKind != JsonValueKind.Object
            || Text(root, "resourceType") != "OperationOutcome"
            || !root.TryGetProperty("issue", out var issues) || issues.ValueKind != JsonValueKind.Array)
        {
            return None;
        }

        var codes = new List<string>();
        var types = new List<string>();
        var said = new List<string?>();
        var (failing, passing) = (0, 0);
        foreach (var issue in issues.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object))
        {
            var severity = Text(issue, "severity") is "fatal" or "error" or "warning" or "information" ? Text(issue, "severity") : "error";
            var code = Word(Text(issue, "code"));
            codes.Add($"{severity} {code}");
            if (severity is "fatal" or "error")
            {
                failing++;
                passing += Transient.Contains(code) ? 1 : 0;
                types.AddRange(About(issue));
                said.AddRange(Text(issue, "diagnostics"), issue.TryGetProperty("details", out var details) ? Text(details, "text") : null);
            }
        }

        return new OutcomeIssues(codes, failing > 0) { Passes = failing > 0 && passing == failing, Types = types, Said = string.Join(' ', said) };
    }

    /// <summary>An expression begins with the type that it is about.</summary>
    private static IEnumerable<string> About(JsonElement issue) =>
        issue.TryGetProperty("expression", out var paths) && paths.ValueKind == JsonValueKind.Array
            ? paths.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.String).Select(p => p.GetString()!.Split('.', '[')[0])
                .Where(t => t is { Length: > 0 and < 40 } && char.IsAsciiLetterUpper(t[0]) && t.All(char.IsAsciiLetter))
            : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Issue codes are short words; anything else in their place is not repeated.</summary>
    private static string Word(string? code) =>
        code is { Length: > 0 and < 30 } && code.All(c => char.IsAsciiLetterLower(c) || c is '-' or '_') ? code : "unknown";
}
