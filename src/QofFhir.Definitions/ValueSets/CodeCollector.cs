namespace QofFhir.Definitions.ValueSets;

/// <summary>Gathers the SNOMED codes of one list: a wrong one is a mistake, a repeated one counts once.</summary>
internal sealed class CodeCollector(string file, ICollection<DefinitionMistake> mistakes)
{
    private readonly SortedDictionary<string, ListedCode> _codes = new(StringComparer.Ordinal);

    public int Rows { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>In the order of the codes, as text.</summary>
    public IReadOnlyList<ListedCode> Codes => [.. _codes.Values];

    public void Add(int line, string? code, string? display)
    {
        Rows++;
        if (code is null || !SnomedId.IsValid(code))
        {
            Rejected++;
            mistakes.Add(new DefinitionMistake(file, line, 1, code is null
                ? "the row has no code"
                : $"'{code}' is no SNOMED CT identifier: 6 to 18 digits, the last one a check digit"));
            return;
        }

        if (!_codes.TryGetValue(code, out var known) || known.Display is null)
        {
            _codes[code] = new ListedCode(ValueSetTerms.Snomed, code, display);
        }
    }
}
