namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>Each coding met, once.</summary>
internal sealed class CodeNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _codings = [];

    public int NumberOf(string coding)
    {
        if (!_numbers.TryGetValue(coding, out var number))
        {
            number = _codings.Count;
            _numbers.Add(coding, number);
            _codings.Add(coding);
        }

        return number;
    }

    /// <summary>The numbers of what a token of a search means: <c>system|code</c>, <c>|code</c> without a system, <c>system|</c> for all of it, <c>code</c> in any system.</summary>
    public IEnumerable<int> Matching(string token)
    {
        var bar = token.LastIndexOf('|');
        if (bar >= 0 && bar < token.Length - 1)
        {
            return _numbers.TryGetValue(token, out var number) ? [number] : [];
        }

        return bar >= 0
            ? Where(c => c.StartsWith(token, StringComparison.Ordinal))
            : Where(c => c.EndsWith("|" + token, StringComparison.Ordinal));
    }

    private IEnumerable<int> Where(Func<string, bool> fits) =>
        Enumerable.Range(0, _codings.Count).Where(i => fits(_codings[i]));
}
