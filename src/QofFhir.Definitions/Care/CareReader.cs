using QofFhir.Core.Prompts;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Care;

/// <summary>Reads what settles outstanding care, and in which sitting it is given.</summary>
internal sealed class CareReader(MistakeList mistakes)
{
    private static readonly Dictionary<string, CareKind> Kinds = new(StringComparer.Ordinal)
    {
        ["test"] = CareKind.Test,
        ["measurement"] = CareKind.Measurement,
        ["medicine"] = CareKind.Medicine,
        ["vaccination"] = CareKind.Vaccination,
        ["review"] = CareKind.Review,
        ["referral"] = CareKind.Referral,
    };

    private readonly Dictionary<string, Place> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameRef> _clusters = new(StringComparer.Ordinal);

    /// <summary>The clusters that any care names, with the place of each.</summary>
    public IReadOnlyCollection<NameRef> Clusters => _clusters.Values;

    /// <returns>In the order of the file, which is the order in which it is told.</returns>
    public IReadOnlyList<Core.Prompts.Care> Read(DefinitionFile file)
    {
        if (YamlReader.Read(file, mistakes) is not { } root
            || Section.Of(root, "a file of care", mistakes, ["care", "title", SourceReader.Key, "sittings"], file.Top) is not { } section)
        {
            return [];
        }

        if (section.NeededText("care") is { } name && name.Value != file.Stem)
        {
            mistakes.Add(name.Place, $"the care is called as its file: {file.Stem}");
        }

        section.NeededText("title");
        section.Needed(SourceReader.Key);
        SourceReader.Optional(section, mistakes);
        return [.. Entries(section, "sittings").SelectMany(Sitting)];
    }

    private IEnumerable<Core.Prompts.Care> Sitting(YamlNode.MapEntry entry)
    {
        if (Section.Of(entry.Value, "a sitting", mistakes, ["title", "kind", "staff", "care"], entry.Key.Place) is not { } section)
        {
            return [];
        }

        var sitting = new Sitting(entry.Key.Value, section.NeededText("title")?.Value ?? "", Kind(section), Staff(section));
        return Entries(section, "care").Select(c => Care(c, sitting)).OfType<Core.Prompts.Care>().ToList();
    }

    private Core.Prompts.Care? Care(YamlNode.MapEntry entry, Sitting sitting)
    {
        if (!_ids.TryAdd(entry.Key.Value, entry.Key.Place))
        {
            mistakes.Add(entry.Key.Place, $"care `{entry.Key.Value}` stands here twice, first in {_ids[entry.Key.Value].File} line {_ids[entry.Key.Value].Line}");
            return null;
        }

        if (Section.Of(entry.Value, "care", mistakes, ["title", "records"], entry.Key.Place) is not { } section)
        {
            return null;
        }

        var clusters = NameListReader.Read(section.Needed("records"), mistakes);
        foreach (var cluster in clusters)
        {
            if (_clusters.TryGetValue(cluster.Name, out var first))
            {
                mistakes.Add(cluster.Place, $"{cluster.Name} settles other care already, in {first.Place.File} line {first.Place.Line}");
            }
            else
            {
                _clusters.Add(cluster.Name, cluster);
            }
        }

        return new Core.Prompts.Care(entry.Key.Value, section.NeededText("title")?.Value ?? "", sitting, [.. clusters.Select(c => c.Name)]);
    }

    private CareKind Kind(Section section)
    {
        if (section.NeededText("kind") is { } text)
        {
            if (Kinds.TryGetValue(text.Value, out var kind))
            {
                return kind;
            }

            mistakes.Add(text.Place, $"`{text.Value}` is none of {string.Join(", ", Kinds.Keys)}");
        }

        return CareKind.Review;
    }

    private HashSet<StaffRole> Staff(Section section)
    {
        var staff = new HashSet<StaffRole>();
        foreach (var name in NameListReader.Read(section.Needed("staff"), mistakes))
        {
            if (StaffRoles.Parse(name.Name) is { } role)
            {
                staff.Add(role);
            }
            else
            {
                mistakes.Add(name.Place, $"`{name.Name}` is none of {string.Join(", ", StaffRoles.Names)}");
            }
        }

        return staff;
    }

    private IReadOnlyList<YamlNode.MapEntry> Entries(Section section, string key)
    {
        var node = section.Needed(key);
        if (node is not (null or YamlNode.Map))
        {
            mistakes.Add(node.Place, $"`{key}` is a map");
        }

        return (node as YamlNode.Map)?.Entries ?? [];
    }
}
