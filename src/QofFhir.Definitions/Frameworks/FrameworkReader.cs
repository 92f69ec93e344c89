using System.Globalization;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Frameworks;

/// <summary>Reads a framework file: which indicators a year pays, with points and thresholds.</summary>
internal sealed class FrameworkReader(MistakeList mistakes)
{
    private static readonly string[] Keys =
        ["framework", "title", "country", "year", "rules", SourceReader.Key, "rulesets", "registers", "strata", "indicators", PaymentReader.Key];

    /// <returns>Null when the file is no framework, or not to its end.</returns>
    public FrameworkFile? Read(DefinitionFile file)
    {
        if (YamlReader.Read(file, mistakes) is not { } root
            || Section.Of(root, "a framework", mistakes, Keys, file.Top) is not { } section)
        {
            return null;
        }

        if (section.NeededText("framework") is { } id && id.Value != file.Stem)
        {
            mistakes.Add(id.Place, $"the framework is called as its file: {file.Stem}");
        }

        section.NeededText("country");
        var title = section.NeededText("title")?.Value ?? file.Stem;
        var rules = section.NeededText("rules");
        var framework = new FrameworkFile(
            file, file.Stem, title, YearStart(section), Version(rules), rules?.Value ?? "",
            section.NeededText(SourceReader.Key)?.Value ?? "",
            NameListReader.Read(section.Needed("rulesets"), mistakes),
            section.Optional("registers") is { } registers ? NameListReader.Read(registers, mistakes) : [],
            section.Optional("strata") is { } strata ? NameListReader.Read(strata, mistakes) : [], Entries(section))
        {
            Payment = section.Optional(PaymentReader.Key) is { } payment ? new PaymentReader(mistakes).Read(payment) : null,
        };
        return section.Whole ? framework : null;
    }

    private DateOnly YearStart(Section section)
    {
        if (section.NeededText("year") is not { } text)
        {
            return default;
        }

        if (!DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day is not { Day: 1, Month: 4 })
        {
            mistakes.Add(text.Place, $"`{text.Value}` is no first day of a service year; write it as 2026-04-01");
        }

        return day;
    }

    private RulesVersion Version(YamlNode.Text? text)
    {
        if (text is not null && RulesVersion.Parse(text.Value) is null)
        {
            mistakes.Add(text.Place, $"`{text.Value}` is no version of the business rules; write it as 51 or 51.2");
        }

        return text is null ? RulesVersion.First : RulesVersion.Parse(text.Value) ?? RulesVersion.First;
    }

    private List<FrameworkEntry> Entries(Section section)
    {
        var reader = new FrameworkEntryReader(mistakes);
        var entries = new List<FrameworkEntry>();
        if (section.Needed("indicators") is not YamlNode.List list)
        {
            if (section.Optional("indicators") is { } node)
            {
                mistakes.Add(node.Place, "`indicators` is a list");
            }

            return entries;
        }

        foreach (var entry in list.Items.Select(reader.Read).OfType<FrameworkEntry>())
        {
            if (entries.Find(e => e.Id == entry.Id) is { } first)
            {
                mistakes.Add(entry.Place, $"{entry.Id} is listed twice, first in line {first.Place.Line}");
            }
            else
            {
                entries.Add(entry);
            }
        }

        return entries;
    }
}
