using System.Text;

namespace QofFhir.Definitions.ValueSets;

/// <summary>The terms of codes, each once and as UTF-8: a release repeats a code for every cluster and service that uses it.</summary>
internal sealed class TermList
{
    private readonly Dictionary<long, byte[]> _terms = [];

    /// <summary>The first term of a code stays.</summary>
    public void Add(long code, string term)
    {
        if (!_terms.ContainsKey(code))
        {
            _terms.Add(code, Encoding.UTF8.GetBytes(term));
        }
    }

    /// <summary>Null where no source gave it.</summary>
    public string? Of(long code) => _terms.TryGetValue(code, out var term) ? Encoding.UTF8.GetString(term) : null;
}
