using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Gathers the SNOMED codes of one list: a wrong one is a mistake, a repeated one counts once.</summary>
/// <param name="terms">Shared by the lists of one source.</param>
internal sealed class CodeCollector(ICollection<DefinitionMistake> mistakes, TermList terms)
{
    private readonly HashSet<long> _codes = [];
    private readonly HashSet<string> _wrong = new(StringComparer.Ordinal);

    public int Rows { get; private set; }

    public int Rejected { get; private set; }

    public int Count => _codes.Count;

    /// <summary>How many codes the source lists, those that it spells wrong included.</summary>
    public int Listed => _codes.Count + _wrong.Count;

    /// <summary>How much of its list the source gives.</summary>
    /// <param name="lost">Rows of the source are lost of which nobody knows the list: it may be any.</param>
    public Completeness Held(bool lost) =>
        Count == 0 ? Completeness.None : lost || Rejected > 0 ? Completeness.Partial : Completeness.Full;

    /// <param name="file">As mistakes name it.</param>
    public void Add(string file, int line, string? code, string? display)
    {
        if (code is null || !SnomedId.IsValid(code))
        {
            Reject(file, line, code, code is null
                ? "the row has no code"
                : $"'{code}' is no SNOMED CT identifier: expected 6 to 18 digits, the last one a check digit");
            return;
        }

        Rows++;
        var id = long.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture);
        _codes.Add(id);
        if (display is not null)
        {
            terms.Add(id, display);
        }
    }

    public void Reject(string file, int line, string? code, string why)
    {
        Miss();
        _wrong.Add(code ?? "");
        mistakes.Add(new DefinitionMistake(file, line, 1, why));
    }

    /// <summary>A row of the list that cannot be read and was told already.</summary>
    public void Miss()
    {
        Rows++;
        Rejected++;
    }

    /// <summary>In the order of the codes as text.</summary>
    public IReadOnlyList<ListedCode> Codes() =>
    [
        .. _codes.Select(c => (Id: c, Text: c.ToString(CultureInfo.InvariantCulture)))
            .OrderBy(c => c.Text, StringComparer.Ordinal)
            .Select(c => new ListedCode(ValueSetTerms.Snomed, c.Text, terms.Of(c.Id))),
    ];
}
