namespace QofFhir.Extraction.Access;

/// <summary>Whether what a server grants covers what we asked; SMART v1 and v2 words mean the same.</summary>
internal static class Scopes
{
    /// <param name="granted">Null: the server does not say, which means all.</param>
    public static IReadOnlyList<string> NotGranted(IEnumerable<string> asked, string? granted)
    {
        if (granted is null)
        {
            return [];
        }

        var given = granted.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. asked.Where(a => !given.Any(g => Covers(g, a)))];
    }

    private static bool Covers(string given, string asked)
    {
        if (given == asked)
        {
            return true;
        }

        // A scope with a question mark is for a part of the type only.
        var (givenType, givenRights) = Parts(given);
        var (askedType, askedRights) = Parts(asked);
        return !given.Contains('?', StringComparison.Ordinal)
            && (givenType == askedType || (givenType == "system/*" && askedType.StartsWith("system/", StringComparison.Ordinal)))
            && askedRights.Length > 0
            && askedRights.All(r => givenRights.Contains(r, StringComparison.Ordinal));
    }

    private static (string Type, string Rights) Parts(string scope)
    {
        var dot = scope.LastIndexOf('.');
        return dot < 0 ? (scope, "") : (scope[..dot], scope[(dot + 1)..].Split('?')[0] switch
        {
            "read" => "rs",
            "write" => "cud",
            "*" => "cruds",
            var letters => letters,
        });
    }
}
