using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QofFhir.Definitions.Yaml;

/// <summary>Reads a definition file strictly: no anchors, aliases, tags or tabs, no key twice, one document.</summary>
/// <remarks>Where a file stops being YAML the definitions above that place are given, so that their mistakes are told at once with it; the one in which it stops is not.</remarks>
internal sealed class YamlReader
{
    private const int DeepestNesting = 32;

    // The file itself, and a part of it such as `fields`.
    private const int DeepestCutShort = 2;

    private readonly DefinitionFile _file;
    private readonly MistakeList _mistakes;
    private readonly string[] _lines;
    private readonly Parser _parser;
    private int _depth;
    private bool _broken;

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
        Next();
        Next();
        if (_broken)
        {
            return null;
        }

        if (_parser.Current is not DocumentStart)
        {
            _mistakes.Add(_file.Top, "the file is empty");
            return null;
        }

        Next();
        var node = Node();
        Next();
        if (!_broken && _parser.Current is DocumentStart second)
        {
            _mistakes.Add(PlaceOf(second.Start), "a file holds one document: leave `---` out");
        }

        return node;
    }

    private void Next()
    {
        if (_broken)
        {
            return;
        }

        try
        {
            _parser.MoveNext();
        }
        catch (YamlException broken)
        {
            Break(PlaceOf(broken.Start), broken.Message);
        }
        catch (InvalidOperationException)
        {
            // The parser's answer to a bracket that is never closed.
            Break(PlaceOf(_parser.Current?.End ?? Mark.Empty), "a bracket is not closed");
        }
    }

    private void Break(Place place, string why)
    {
        _broken = true;
        _mistakes.Add(place, $"no YAML from here on: {why}");
    }

    /// <summary>Reads the node at the current event and stands on the event behind it.</summary>
    /// <returns>Null when the file stops being YAML before or inside it.</returns>
    private YamlNode? Node()
    {
        if (_broken)
        {
            return null;
        }

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
                // What is inside is not even looked for: the parser's time grows with the square of the depth.
                _broken = true;
                _mistakes.Add(place, $"nested deeper than {DeepestNesting} levels");
                return null;
            case SequenceStart:
                return List(place);
            case MappingStart:
                return Map(place);
            case Scalar scalar:
                Next();
                return TextOf(scalar, place);
            default:
                _mistakes.Add(place, "aliases are not used here: write it out");
                Next();
                return new YamlNode.Text(place, "", null);
        }
    }

    private YamlNode.List? List(Place place)
    {
        var items = new List<YamlNode>();
        Next();
        _depth++;
        while (!_broken && _parser.Current is not SequenceEnd)
        {
            if (Node() is { } item)
            {
                items.Add(item);
            }
        }

        var keep = !_broken || _depth <= DeepestCutShort;
        _depth--;
        Next();
        return keep ? new YamlNode.List(place, items) : null;
    }

    private YamlNode.Map? Map(Place place)
    {
        var entries = new List<YamlNode.MapEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Next();
        _depth++;
        while (!_broken && _parser.Current is not MappingEnd)
        {
            if (Node() is not { } key || Node() is not { } value)
            {
                break;
            }

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

        var whole = !_broken;
        var keep = whole || _depth <= DeepestCutShort;
        _depth--;
        Next();
        return keep ? new YamlNode.Map(place, entries) { Whole = whole } : null;
    }

    private YamlNode.Text TextOf(Scalar scalar, Place place) =>
        new(place, scalar.Value, place.Line <= _lines.Length ? ScalarColumns.Of(scalar, _lines[place.Line - 1]) : null);

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
