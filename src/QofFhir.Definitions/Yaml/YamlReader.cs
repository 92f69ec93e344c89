using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QofFhir.Definitions.Yaml;

/// <summary>Reads a definition file strictly: no anchors, aliases, tags or tabs, no key twice, one document.</summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 32;

    private readonly DefinitionFile _file;
    private readonly MistakeList _mistakes;
    private readonly string[] _lines;
    private readonly Parser _parser;
    private int _depth;

    private YamlReader(DefinitionFile file, MistakeList mistakes)
    {
        _file = file;
        _mistakes = mistakes;
        var text = file.Text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        _lines = text.Split('\n');
        // A tab is refused; read as a blank it keeps its column and hides no other mistake.
        _parser = new Parser(new Scanner(new StringReader(text.Replace('\t', ' ')), skipComments: true));
    }

    /// <returns>The file's content; null when it is no YAML at all or empty, which is then among the mistakes.</returns>
    public static YamlNode? Read(DefinitionFile file, MistakeList mistakes) => new YamlReader(file, mistakes).Read();

    private YamlNode? Read()
    {
        ReportTabs();
        try
        {
            _parser.MoveNext();
            _parser.MoveNext();
            if (_parser.Current is not DocumentStart)
            {
                _mistakes.Add(_file.Top, "the file is empty");
                return null;
            }

            _parser.MoveNext();
            var node = Node();
            _parser.MoveNext();
            if (_parser.Current is DocumentStart second)
            {
                _mistakes.Add(PlaceOf(second.Start), "a file holds one document: leave `---` out");
            }

            return node;
        }
        catch (YamlException broken)
        {
            _mistakes.Add(PlaceOf(broken.Start), $"no YAML from here on: {broken.Message}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser's answer to a bracket that is never closed.
            _mistakes.Add(PlaceOf(_parser.Current?.End ?? Mark.Empty), "no YAML from here on: a bracket is not closed");
            return null;
        }
    }

    /// <summary>Reads the node at the current event and stands on the event behind it.</summary>
    private YamlNode Node()
    {
        var place = PlaceOf(_parser.Current!.Start);
        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false })
        {
            _mistakes.Add(place, "anchors are not used here: write it out");
        }

        if (_parser.Current is NodeEvent { Tag.IsEmpty: false })
        {
            _mistakes.Add(place, "tags are not used here: every value is text");
        }

        switch (_parser.Current)
        {
            case SequenceStart or MappingStart when _depth == DeepestNesting:
                _mistakes.Add(place, $"nested deeper than {DeepestNesting} levels");
                Skip();
                return new YamlNode.Text(place, "", null);
            case SequenceStart:
                return List(place);
            case MappingStart:
                return Map(place);
            case Scalar scalar:
                _parser.MoveNext();
                return TextOf(scalar, place);
            default:
                _mistakes.Add(place, "aliases are not used here: write it out");
                _parser.MoveNext();
                return new YamlNode.Text(place, "", null);
        }
    }

    private YamlNode.List List(Place place)
    {
        var items = new List<YamlNode>();
        _parser.MoveNext();
        _depth++;
        while (_parser.Current is not SequenceEnd)
        {
            items.Add(Node());
        }

        _depth--;
        _parser.MoveNext();
        return new YamlNode.List(place, items);
    }

    private YamlNode.Map Map(Place place)
    {
        var entries = new List<YamlNode.MapEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        _parser.MoveNext();
        _depth++;
        while (_parser.Current is not MappingEnd)
        {
            var key = Node();
            var value = Node();
            if (key is not YamlNode.Text name)
            {
                _mistakes.Add(key.Place, "a key is a name");
            }
            else if (!seen.TryAdd(name.Value, name.Place.Line))
            {
                _mistakes.Add(name.Place, $"`{name.Value}` stands here twice, first in line {seen[name.Value]}");
            }
            else
            {
                entries.Add(new YamlNode.MapEntry(name, value));
            }
        }

        _depth--;
        _parser.MoveNext();
        return new YamlNode.Map(place, entries);
    }

    private YamlNode.Text TextOf(Scalar scalar, Place place) =>
        new(place, scalar.Value, place.Line <= _lines.Length ? ScalarColumns.Of(scalar, _lines[place.Line - 1]) : null);

    private void Skip()
    {
        var depth = 0;
        do
        {
            depth += _parser.Current!.NestingIncrease;
            _parser.MoveNext();
        }
        while (depth > 0);
    }

    private void ReportTabs()
    {
        for (var line = 0; line < _lines.Length; line++)
        {
            var column = _lines[line].IndexOf('\t', StringComparison.Ordinal);
            if (column >= 0)
            {
                _mistakes.Add(new Place(_file.Path, line + 1, column + 1), "a tab: use blanks");
            }
        }
    }

    private Place PlaceOf(Mark mark) => new(_file.Path, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));
}
