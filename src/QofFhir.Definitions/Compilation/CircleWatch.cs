namespace QofFhir.Definitions.Compilation;

/// <summary>Notices a definition that comes back to itself, or rests on too many others.</summary>
internal sealed class CircleWatch(MistakeList mistakes)
{
    // Far beyond what people write; deeper ones would end the stack, here or where a patient is decided.
    private const int DeepestNesting = 100;

    private readonly List<(object Definition, string Name, Place Place)> _open = [];

    /// <returns>False at the end of a chain that is too long, and when the definition is being resolved already: the circle is reported at its first name in the file.</returns>
    public bool Enter(object definition, string name, Place place)
    {
        var start = _open.FindIndex(o => ReferenceEquals(o.Definition, definition));
        if (start < 0 && _open.Count == DeepestNesting)
        {
            mistakes.Add(place, $"{name} stands at the end of a chain of more than {DeepestNesting} definitions");
            return false;
        }

        if (start < 0)
        {
            _open.Add((definition, name, place));
            return true;
        }

        // Turned so that it begins at the same name wherever it was entered.
        var circle = _open[start..];
        var first = circle.MinBy(c => c.Place);
        var at = circle.IndexOf(first);
        var names = circle[at..].Concat(circle[..at]).Append(first).Select(c => c.Name);
        mistakes.Add(first.Place, $"{first.Name} goes round in a circle: {string.Join(" → ", names)}");
        return false;
    }

    public void Leave() => _open.RemoveAt(_open.Count - 1);
}
