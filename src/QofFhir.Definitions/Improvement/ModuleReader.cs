using System.Globalization;
using QofFhir.Core.Improvement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Improvement;

/// <summary>Reads a quality improvement module: what it asks for, what it measures and what that earns.</summary>
internal sealed class ModuleReader(MistakeList mistakes)
{
    /// <summary>Both are in the FHIR ids of completion, which take 64.</summary>
    private const int LongestIds = 52;

    private static readonly string[] Keys =
        ["module", "title", "years", "rules", SourceReader.Key, "rulesets", "strata", "measures", "indicators", "requirements", "template", "codes"];

    /// <param name="named">True where the module must be called as its file.</param>
    /// <returns>Null when the file is no module, or not to its end.</returns>
    public ModuleFile? Read(DefinitionFile file, bool named = true)
    {
        if (YamlReader.Read(file, mistakes) is not { } root || Section.Of(root, "a module", mistakes, Keys, file.Top) is not { } section)
        {
            return null;
        }

        var id = Id(section, file, named);
        var source = Source(section);
        var measures = NameListReader.Read(section.Optional("measures"), mistakes);
        var rules = measures.Count == 0 ? section.OptionalText("rules") : section.NeededText("rules");
        if (rules is not null && RulesVersion.Parse(rules.Value) is null)
        {
            mistakes.Add(rules.Place, $"`{rules.Value}` is no version of the business rules; write it as 51 or 51.2");
        }

        if (measures.Count > 0)
        {
            section.Needed("rulesets");
        }

        var parts = new ModulePartReader(source, mistakes);
        var requirements = parts.Requirements(section, measures.Count > 0);
        var indicators = parts.Indicators(section, requirements);
        foreach (var part in requirements.Select(r => r.Id).Concat(indicators.Select(i => i.Indicator.Id)).Where(p => id?.Value.Length + p.Length > LongestIds))
        {
            mistakes.Add(id!.Place, $"the names of the module and of {part} have more than {LongestIds} signs together");
        }

        var module = new ModuleFile(
            file, id?.Value ?? file.Stem, id?.Place ?? file.Top, section.NeededText("title")?.Value ?? "", Years(section),
            rules is null ? null : RulesVersion.Parse(rules.Value), rules?.Value ?? "", source,
            NameListReader.Read(section.Optional("rulesets"), mistakes), NameListReader.Read(section.Optional("strata"), mistakes), measures,
            indicators, requirements, parts.Template(section), new ListedClusterReader(mistakes).Read(section.Optional("codes")));
        return section.Whole ? module : null;
    }

    private YamlNode.Text? Id(Section section, DefinitionFile file, bool named)
    {
        var id = section.NeededText("module");
        if (id is not null && !Names.IsStratum(id.Value))
        {
            mistakes.Add(id.Place, $"`{id.Value}` is no name for a module: names are lower case, with hyphens");
        }
        else if (id is not null && named && id.Value != file.Stem)
        {
            mistakes.Add(id.Place, $"the module is called as its file: {file.Stem}");
        }

        return id;
    }

    private RuleSource Source(Section section)
    {
        section.Needed(SourceReader.Key);
        var source = SourceReader.Optional(section, mistakes);
        if (source is { Document: null } or { Evidence: null })
        {
            mistakes.Add(section.Optional(SourceReader.Key)!.Place, "the source of a module needs `document` and `evidence`");
        }

        return new RuleSource(source?.Document ?? "", source?.Evidence ?? Certainty.Recalled);
    }

    private List<DateOnly> Years(Section section)
    {
        var years = new List<DateOnly>();
        foreach (var year in NameListReader.Read(section.Optional("years"), mistakes))
        {
            if (!DateOnly.TryParseExact(year.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || day is not { Day: 1, Month: 4, Year: >= 2000 and <= 2999 })
            {
                mistakes.Add(year.Place, $"`{year.Name}` is no first day of a service year; write it as 2026-04-01");
            }
            else if (years.Contains(day))
            {
                mistakes.Add(year.Place, $"the year {year.Name} stands here twice");
            }
            else
            {
                years.Add(day);
            }
        }

        years.Sort();
        return years;
    }
}
