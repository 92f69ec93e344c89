namespace QofFhir.Definitions.Yaml;

/// <summary>What a definition file holds: texts, lists and maps, each knowing its place. All scalars are text.</summary>
internal abstract record YamlNode(Place Place)
{
    /// <param name="Columns">The column of each character and of the end, or null when the text runs over several lines.</param>
    internal sealed record Text(Place Place, string Value, IReadOnlyList<int>? Columns) : YamlNode(Place)
    {
        public bool OnOneLine => Columns is not null;

        /// <summary>The place of the character at <paramref name="index"/>.</summary>
        public Place At(int index) => Columns is null ? Place : Place with { Column = Columns[index] };
    }

    internal sealed record List(Place Place, IReadOnlyList<YamlNode> Items) : YamlNode(Place);

    internal sealed record Map(Place Place, IReadOnlyList<MapEntry> Entries) : YamlNode(Place)
    {
        /// <summary>False when the file stops being YAML inside it: then a key that is not here may have been meant.</summary>
        public bool Whole { get; init; } = true;

        public YamlNode? Find(string key) => Entries.FirstOrDefault(e => e.Key.Value == key)?.Value;
    }

    internal sealed record MapEntry(Text Key, YamlNode Value);
}
