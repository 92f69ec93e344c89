namespace QofFhir.Definitions;

/// <summary>Gathers mistakes and notes, each once however often it is met: a file is checked for several versions of the rules.</summary>
internal sealed class MistakeList
{
    private readonly HashSet<DefinitionMistake> _mistakes = [];
    private readonly HashSet<DefinitionMistake> _notes = [];

    public IReadOnlyList<DefinitionMistake> Mistakes => Sorted(_mistakes);

    public IReadOnlyList<DefinitionMistake> Notes => Sorted(_notes);

    public void Add(Place place, string text) => _mistakes.Add(new(place.File, place.Line, place.Column, text));

    public void AddRange(IEnumerable<DefinitionMistake> mistakes) => _mistakes.UnionWith(mistakes);

    public void Note(Place place, string text) => _notes.Add(new(place.File, place.Line, place.Column, text));

    private static DefinitionMistake[] Sorted(IEnumerable<DefinitionMistake> mistakes) =>
        [.. mistakes
            .OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line).ThenBy(m => m.Column)
            .ThenBy(m => m.Text, StringComparer.Ordinal)];
}
