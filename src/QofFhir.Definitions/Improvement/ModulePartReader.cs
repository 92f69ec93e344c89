using System.Globalization;
using QofFhir.Core.Improvement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Improvement;

/// <summary>Reads the lists of a module: requirements, indicators and the fields of its template.</summary>
internal sealed class ModulePartReader(RuleSource moduleSource, MistakeList mistakes)
{
    private static readonly Dictionary<string, RequirementKind> Kinds = Enum.GetValues<RequirementKind>().ToDictionary(k => k.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, EvidenceType> Types = new()
    {
        ["text"] = EvidenceType.Text,
        ["date"] = EvidenceType.Date,
        ["number"] = EvidenceType.Number,
        ["yes-no"] = EvidenceType.YesNo,
    };

    private static readonly Dictionary<string, bool> YesNo = new() { ["yes"] = true, ["no"] = false };

    public IReadOnlyList<Requirement> Requirements(Section module, bool measures) =>
        Items(module, "requirements", "a requirement", ["id", "kind", "at-least", "text", SourceReader.Key], (section, id) =>
        {
            var kind = Word(section, "kind", Kinds);
            if (!measures && kind is RequirementKind.Baseline or RequirementKind.Remeasured or RequirementKind.Objectives)
            {
                mistakes.Add(section.Place, $"a module without measures has none to ask {id} for; write kind: attested");
            }

            var source = SourceReader.Optional(section, mistakes)?.Over(moduleSource) ?? moduleSource;
            return new Requirement(id, section.NeededText("text")?.Value ?? "", kind, AtLeast(section, kind), source);
        });

    public IReadOnlyList<(ModuleIndicator Indicator, Place Place)> Indicators(Section module, IReadOnlyList<Requirement> requirements) =>
        module.Optional("indicators") is null ? [] :
        Items(module, "indicators", "an indicator", ["id", "title", "points", "certainty", "requirements"], (section, id) =>
        {
            var asked = NameListReader.Read(section.Needed("requirements"), mistakes);
            foreach (var stray in asked.Where(a => requirements.All(r => r.Id != a.Name)))
            {
                mistakes.Add(stray.Place, $"unknown requirement {stray.Name}{Suggestion.For(stray.Name, requirements.Select(r => r.Id))}");
            }

            var points = Points(section);
            var certainty = points is null ? null : section.NeededText("certainty") is { } text ? SourceReader.CertaintyOf(text, mistakes) : null;
            var indicator = new ModuleIndicator(
                id, section.NeededText("title")?.Value ?? "", points, certainty ?? Certainty.Recalled, [.. asked.Select(a => a.Name).Distinct()]);
            return (indicator, section.Optional("points")?.Place ?? section.Place);
        });

    public IReadOnlyList<EvidenceField> Template(Section module) =>
        module.Optional("template") is null ? [] :
        Items(module, "template", "a field of the template", ["id", "question", "type", "needed"], (section, id) =>
            new EvidenceField(id, section.NeededText("question")?.Value ?? "", Word(section, "type", Types), Word(section, "needed", YesNo)));

    private List<T> Items<T>(Section module, string key, string what, string[] keys, Func<Section, string, T> read)
    {
        var items = new List<T>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (module.Needed(key) is not YamlNode.List list)
        {
            if (module.Optional(key) is { } node)
            {
                mistakes.Add(node.Place, $"`{key}` is a list");
            }

            return items;
        }

        foreach (var section in list.Items.Select(node => Section.Of(node, what, mistakes, keys)).OfType<Section>())
        {
            if (section.NeededText("id") is not { } id)
            {
                continue;
            }

            if (!Names.IsStratum(id.Value) && !Names.IsUpper(id.Value))
            {
                mistakes.Add(id.Place, $"`{id.Value}` is no id: lower case with hyphens, or upper case as QOF names indicators");
            }

            if (!ids.Add(id.Value))
            {
                mistakes.Add(id.Place, $"{id.Value} is listed twice");
            }
            else
            {
                items.Add(read(section, id.Value));
            }
        }

        return items;
    }

    private T Word<T>(Section section, string key, Dictionary<string, T> known)
        where T : struct
    {
        if (section.NeededText(key) is not { } text)
        {
            return default;
        }

        if (!known.TryGetValue(text.Value, out var value))
        {
            mistakes.Add(text.Place, $"`{text.Value}` is none of {string.Join(", ", known.Keys)}");
        }

        return value;
    }

    private int AtLeast(Section section, RequirementKind kind)
    {
        if (section.OptionalText("at-least") is not { } text)
        {
            return 1;
        }

        if (kind is not (RequirementKind.Objectives or RequirementKind.Cycles or RequirementKind.Meetings))
        {
            mistakes.Add(text.Place, "only objectives, cycles and meetings are counted");
        }

        if (!int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 100)
        {
            mistakes.Add(text.Place, $"`{text.Value}` is no number from 1 to 100");
            return 1;
        }

        return number;
    }

    private decimal? Points(Section section)
    {
        if (section.OptionalText("points") is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points))
        {
            return points;
        }

        mistakes.Add(text.Place, $"`{text.Value}` is no number of points");
        return null;
    }
}
