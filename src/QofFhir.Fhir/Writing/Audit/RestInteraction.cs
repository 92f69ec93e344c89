namespace QofFhir.Fhir.Writing.Audit;

/// <summary>What a request does, in FHIR's words, told from its method and route.</summary>
internal static class RestInteraction
{
    private const string Root = "/fhir";

    /// <returns>A code of restful-interaction, or null for what FHIR has no word for.</returns>
    public static string? Of(string method, string route)
    {
        if (route != Root && !route.StartsWith(Root + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = route[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = parts.Length == 0 ? "" : parts[^1];
        return parts.Length == 0 ? "transaction"
            : parts.Any(p => p[0] == '$') ? "operation"
            : last == "metadata" ? "capabilities"
            : last == "_search" ? "search-type"
            : last == "_history" ? (parts.Length == 2 ? "history-type" : "history-instance")
            : parts.Contains("_history") ? "vread"
            : (method, parts.Length) switch
            {
                ("GET" or "HEAD", 1) => "search-type",
                ("GET" or "HEAD", _) => "read",
                ("POST", _) => "create",
                ("PUT", _) => "update",
                ("PATCH", _) => "patch",
                ("DELETE", _) => "delete",
                _ => null,
            };
    }

    /// <returns>A code of audit-event-action.</returns>
    public static string Action(string method, string? interaction) => interaction switch
    {
        "search-type" or "operation" or "transaction" => "E",
        _ => method switch
        {
            "GET" or "HEAD" => "R",
            "POST" => "C",
            "PUT" or "PATCH" => "U",
            "DELETE" => "D",
            _ => "E",
        },
    };
}
