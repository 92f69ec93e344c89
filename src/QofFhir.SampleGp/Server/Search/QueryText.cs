namespace QofFhir.SampleGp.Server.Search;

/// <summary>Query strings and forms as FHIR uses them: pairs in order, a name more than once, commas and bars escaped with a backslash.</summary>
internal static class QueryText
{
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string text)
    {
        foreach (var part in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0 ? new(Decoded(part), "") : new(Decoded(part[..equals]), Decoded(part[(equals + 1)..]));
        }
    }

    public static string Write(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(p => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(p.Value)));

    /// <summary>The alternatives of a value, split at commas that are not escaped.</summary>
    public static IReadOnlyList<string> Alternatives(string value)
    {
        var alternatives = new List<string>();
        var current = new System.Text.StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is '\\' or ',' or '|' or '$')
            {
                current.Append(value[++i]);
            }
            else if (value[i] == ',')
            {
                alternatives.Add(current.ToString());
                current.Clear();
            }
            else
            {
                current.Append(value[i]);
            }
        }

        alternatives.Add(current.ToString());
        return [.. alternatives.Where(a => a.Length > 0)];
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
