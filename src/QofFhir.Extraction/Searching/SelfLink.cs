namespace QofFhir.Extraction.Searching;

/// <summary>Whether a page's <c>self</c> link says that a parameter was taken: servers ignore what they do not know.</summary>
internal static class SelfLink
{
    /// <returns>False only when the link names the search and leaves the parameter out. A missing link, or one without any query after a POST, tells nothing.</returns>
    public static bool Took(string? self, string parameter, bool posted)
    {
        if (self is null)
        {
            return true;
        }

        var question = self.IndexOf('?', StringComparison.Ordinal);
        var names = question < 0 ? [] : self[(question + 1)..]
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' ')))
            .ToArray();
        return names.Contains(parameter, StringComparer.Ordinal) || (posted && names.Length == 0);
    }
}
