namespace QofFhir.Definitions.Yaml;

/// <summary>A map whose keys are known: an unknown, missing or wrongly filled one is a mistake.</summary>
internal sealed class Section
{
    private readonly YamlNode.Map _map;
    private readonly string _what;
    private readonly MistakeList _mistakes;

    private Section(YamlNode.Map map, string what, Place place, MistakeList mistakes)
    {
        _map = map;
        _what = what;
        _mistakes = mistakes;
        Place = place;
    }

    /// <summary>Where a missing key is reported.</summary>
    public Place Place { get; }

    /// <param name="what">What the map is, as messages name it: <c>an indicator</c>.</param>
    /// <param name="place">Where a missing key is reported; the map's own start when null.</param>
    /// <returns>Null, and a mistake, when the node is no map.</returns>
    public static Section? Of(
        YamlNode node, string what, MistakeList mistakes, IReadOnlyList<string> known, Place? place = null)
    {
        if (node is not YamlNode.Map map)
        {
            mistakes.Add(node.Place, $"{what} is a map with {string.Join(", ", known)}");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key.Value)))
        {
            mistakes.Add(entry.Key.Place, $"unknown key `{entry.Key.Value}` in {what}; known: {string.Join(", ", known)}");
        }

        return new Section(map, what, place ?? map.Place, mistakes);
    }

    /// <summary>False when the file stops being YAML inside this map.</summary>
    public bool Whole => _map.Whole;

    public YamlNode? Optional(string key) => _map.Find(key);

    public YamlNode? Needed(string key)
    {
        var node = _map.Find(key);
        if (node is null && _map.Whole)
        {
            _mistakes.Add(Place, $"{_what} needs `{key}`");
        }

        return node;
    }

    public YamlNode.Text? OptionalText(string key) => Filled(key, _map.Find(key));

    public YamlNode.Text? NeededText(string key) => Filled(key, Needed(key));

    private YamlNode.Text? Filled(string key, YamlNode? node)
    {
        if (node is null or YamlNode.Text { Value.Length: > 0 })
        {
            return (YamlNode.Text?)node;
        }

        _mistakes.Add(node.Place, node is YamlNode.Text ? $"`{key}` is empty" : $"`{key}` is one text");
        return null;
    }
}
