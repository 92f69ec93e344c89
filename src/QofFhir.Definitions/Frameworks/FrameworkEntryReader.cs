using System.Globalization;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Frameworks;

/// <summary>Reads one indicator of a framework's list.</summary>
internal sealed class FrameworkEntryReader(MistakeList mistakes)
{
    private static readonly string[] Keys =
        ["id", "title", "domain", "group", "kind", "points", "lower", "upper", "certainty", SourceReader.Key];

    public FrameworkEntry? Read(YamlNode node)
    {
        if (Section.Of(node, "an indicator", mistakes, Keys) is not { } section || section.NeededText("id") is not { } id)
        {
            return null;
        }

        var kind = Kind(section);
        var points = Number(section.NeededText("points"));
        if (points < 0)
        {
            mistakes.Add(section.Optional("points")!.Place, "points are 0 or more");
        }

        var (lower, upper) = Thresholds(section, kind);
        var (pointsCertainty, thresholdCertainty) = Certainties(section, kind);
        return new FrameworkEntry(
            id.Value, id.Place,
            section.NeededText("title")?.Value ?? "",
            section.NeededText("domain")?.Value ?? "",
            section.NeededText("group")?.Value ?? "",
            kind,
            points ?? 0, lower, upper, pointsCertainty, thresholdCertainty,
            section.OptionalText(SourceReader.Key)?.Value);
    }

    private IndicatorKind? Kind(Section section)
    {
        var text = section.NeededText("kind");
        IndicatorKind? kind = text?.Value switch
        {
            "register" => IndicatorKind.Register,
            "fraction" => IndicatorKind.Fraction,
            "attestation" => IndicatorKind.Attestation,
            _ => null,
        };
        if (text is not null && kind is null)
        {
            mistakes.Add(text.Place, $"`{text.Value}` is none of register, fraction, attestation");
        }

        return kind;
    }

    private (decimal? Lower, decimal? Upper) Thresholds(Section section, IndicatorKind? kind)
    {
        if (kind is IndicatorKind.Register or IndicatorKind.Attestation)
        {
            foreach (var stray in new[] { section.Optional("lower"), section.Optional("upper") }.OfType<YamlNode>())
            {
                mistakes.Add(stray.Place, $"only a fraction has thresholds, not {Article(kind.Value)}");
            }

            return (null, null);
        }

        var lower = Number(kind is null ? section.OptionalText("lower") : section.NeededText("lower"));
        var upper = Number(kind is null ? section.OptionalText("upper") : section.NeededText("upper"));
        if (lower < 0 || lower >= upper || upper > 100)
        {
            mistakes.Add(section.Optional("lower")!.Place, "thresholds are percentages, the lower one below the upper one");
        }

        return (lower, upper);
    }

    private (Certainty Points, Certainty? Thresholds) Certainties(Section section, IndicatorKind? kind)
    {
        if (section.Needed("certainty") is not { } node
            || Section.Of(node, "`certainty`", mistakes, ["points", "thresholds"]) is not { } certainty)
        {
            return (Certainty.Recalled, null);
        }

        var points = certainty.NeededText("points") is { } p ? SourceReader.CertaintyOf(p, mistakes) : null;
        var text = kind == IndicatorKind.Fraction ? certainty.NeededText("thresholds") : certainty.OptionalText("thresholds");
        if (text is not null && kind is IndicatorKind.Register or IndicatorKind.Attestation)
        {
            mistakes.Add(text!.Place, $"{Article(kind.Value)} has no thresholds to be sure of");
            return (points ?? Certainty.Recalled, null);
        }

        return (points ?? Certainty.Recalled, text is null ? null : SourceReader.CertaintyOf(text, mistakes));
    }

    private decimal? Number(YamlNode.Text? text)
    {
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(
            text.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        mistakes.Add(text.Place, $"`{text.Value}` is no number");
        return null;
    }

    private static string Article(IndicatorKind kind) => kind == IndicatorKind.Attestation ? "an attestation" : "a register";
}
