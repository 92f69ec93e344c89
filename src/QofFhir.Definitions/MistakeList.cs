namespace QofFhir.Definitions;

/// <summary>Gathers mistakes and notes, each once however often it is met: a file is checked for several versions of the rules, at once.</summary>
internal sealed class MistakeList
{
    private readonly Lock _lock = new();
    private readonly HashSet<DefinitionMistake> _mistakes = [];
    private readonly HashSet<DefinitionMistake> _notes = [];

    public IReadOnlyList<DefinitionMistake> Mistakes => Sorted(_mistakes);

    public IReadOnlyList<DefinitionMistake> Notes => Sorted(_notes);

    public void Add(Place place, string text) => Add(_mistakes, new(place.File, place.Line, place.Column, text));

    public void AddRange(IEnumerable<DefinitionMistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            Add(_mistakes, mistake);
        }
    }

    public void Note(Place place, string text) => Add(_notes, new(place.File, place.Line, place.Column, text));

    private void Add(HashSet<DefinitionMistake> to, DefinitionMistake mistake)
    {
        lock (_lock)
        {
            to.Add(mistake);
        }
    }

    private DefinitionMistake[] Sorted(HashSet<DefinitionMistake> mistakes)
    {
        lock (_lock)
        {
            return [.. mistakes
                .OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line).ThenBy(m => m.Column)
                .ThenBy(m => m.Text, StringComparer.Ordinal)];
        }
    }
}
