namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>Each coding met, once. Searches read it while changes add to it.</summary>
internal sealed class CodeNumbers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _codings = [];

    public int NumberOf(string coding)
    {
        lock (_lock)
        {
            if (!_numbers.TryGetValue(coding, out var number))
            {
                number = _codings.Count;
                _numbers.Add(coding, number);
                _codings.Add(coding);
            }

            return number;
        }
    }

    /// <summary>The numbers of what a token of a search means: <c>system|code</c>, <c>|code</c> without a system, <c>system|</c> for all of it, <c>code</c> in any system.</summary>
    public IReadOnlyList<int> Matching(string token)
    {
        var bar = token.LastIndexOf('|');
        lock (_lock)
        {
            if (bar >= 0 && bar < token.Length - 1)
            {
                return _numbers.TryGetValue(token, out var number) ? [number] : [];
            }

            return bar >= 0
                ? Where(c => c.StartsWith(token, StringComparison.Ordinal))
                : Where(c => c.EndsWith("|" + token, StringComparison.Ordinal));
        }
    }

    private List<int> Where(Func<string, bool> fits) =>
        [.. Enumerable.Range(0, _codings.Count).Where(i => fits(_codings[i]))];
}
