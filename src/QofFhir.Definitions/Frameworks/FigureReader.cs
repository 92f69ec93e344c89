using System.Globalization;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Frameworks;

/// <summary>Reads figures that say how sure they are and where they come from.</summary>
internal sealed class FigureReader(MistakeList mistakes)
{
    // More pounds, patients or parts than any framework has; keeps sums far from where decimals end.
    private const decimal Largest = 1_000_000;

    /// <returns>Null when the section has no such figure, or it is no number above 0, which is then among the mistakes.</returns>
    public Sourced<decimal>? Number(Section section, string key) =>
        Read(section, key, s => s.NeededText("value") is { } text && Positive(text) is { } number ? Of(number, s) : null);

    public Sourced<DateOnly>? Day(Section section, string key) =>
        Read(section, key, s => s.NeededText("value") is { } text && DayOf(text) is { } day ? Of(day, s) : null);

    public Sourced<string>? Words(Section section, string key) =>
        Read(section, key, s => s.NeededText("value") is { } text ? Of(text.Value, s) : null);

    public Sourced<Aspiration>? Aspiration(Section section, string key) => Read(
        section, key,
        s =>
        {
            var percent = s.NeededText("percent") is { } text ? Positive(text, 100) : null;
            var parts = s.NeededText("parts") is { } count ? Positive(count, 366) : null;
            if (parts is { } many && many != decimal.Truncate(many))
            {
                mistakes.Add(s.Optional("parts")!.Place, "`parts` is a whole number");
                return null;
            }

            return percent is { } share && parts is { } number ? Of(new Aspiration(share, (int)number), s) : null;
        },
        ["percent", "parts"]);

    /// <summary>A value with the certainty, source and doubt of its section; recalled where the section does not say.</summary>
    public Sourced<T> Of<T>(T value, Section section) =>
        new(value, CertaintyOf(section), section.OptionalText(SourceReader.Key)?.Value ?? "") { Doubt = section.OptionalText("doubt")?.Value };

    public Certainty CertaintyOf(Section section) =>
        section.NeededText("certainty") is { } text ? SourceReader.CertaintyOf(text, mistakes) ?? Certainty.Recalled : Certainty.Recalled;

    private Sourced<T>? Read<T>(Section section, string key, Func<Section, Sourced<T>?> read, string[]? keys = null) =>
        section.Optional(key) is { } node
        && Section.Of(node, $"`{key}`", mistakes, [.. keys ?? ["value"], "certainty", SourceReader.Key, "doubt"]) is { } figure
            ? read(figure)
            : null;

    private decimal? Positive(YamlNode.Text text, decimal most = Largest)
    {
        if (decimal.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most)
        {
            return number;
        }

        mistakes.Add(text.Place, $"`{text.Value}` is no number above 0 and up to {most.ToString(CultureInfo.InvariantCulture)}");
        return null;
    }

    private DateOnly? DayOf(YamlNode.Text text)
    {
        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        mistakes.Add(text.Place, $"`{text.Value}` is no day; write it as 2027-01-01");
        return null;
    }
}
