namespace QofFhir.Fhir.Reading.Elements;

/// <summary>References and fullUrls brought to one spelling: <c>Type/id</c> where they have that shape, the URN or URL itself where not.</summary>
internal static class Reference
{
    public static string Key(string reference)
    {
        if (reference.StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
        {
            // UUIDs and OIDs are the same in either case.
            return reference.ToLowerInvariant();
        }

        var path = reference.AsSpan();
        var history = path.IndexOf("/_history/");
        path = history < 0 ? path : path[..history];
        var id = path.LastIndexOf('/');
        if (id <= 0 || id == path.Length - 1)
        {
            return reference;
        }

        var type = path[..id].LastIndexOf('/') + 1;
        return IsTypeName(path[type..id]) ? path[type..].ToString() : reference;
    }

    /// <summary>The resource type that a key names; empty where it names none.</summary>
    public static ReadOnlySpan<char> TypeOf(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && IsTypeName(key.AsSpan(0, slash)) ? key.AsSpan(0, slash) : default;
    }

    /// <summary>The UUID of a key that is <c>urn:uuid:</c>, else null.</summary>
    public static string? IdOfUuid(string key) => key.StartsWith("urn:uuid:", StringComparison.Ordinal) ? key["urn:uuid:".Length..] : null;

    /// <summary>The last part of a fullUrl or reference: its id, or the UUID.</summary>
    public static string LastPart(string reference)
    {
        var key = Key(reference);
        return key[(key.AsSpan().LastIndexOfAny('/', ':') + 1)..];
    }

    /// <summary>True for what may be a resource type's name: a capital, then letters.</summary>
    public static bool IsTypeName(ReadOnlySpan<char> text) =>
        text.Length is > 1 and <= 64 && char.IsAsciiLetterUpper(text[0]) && !text.ContainsAnyExcept(Letters);

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
