using QofFhir.Core.Payments;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Frameworks;

/// <summary>Reads the part of a framework that says how its points are paid. Figures may be left out: what is not known is not written.</summary>
internal sealed class PaymentReader(MistakeList mistakes)
{
    public const string Key = "payment";

    private static readonly string[] Keys =
    [
        "point-value", "average-list", "average-list-day", "list-day", "prevalence-day", "prevalence-list", "balance-day", "aspiration",
        "groups", "protected", "unsettled",
    ];

    private static readonly string[] GroupKeys = ["group", "indicators", "weighted-by", "published-as", "certainty", SourceReader.Key];

    private readonly FigureReader _figures = new(mistakes);

    public PaymentFile? Read(YamlNode node)
    {
        if (Section.Of(node, "`payment`", mistakes, Keys) is not { } section)
        {
            return null;
        }

        var named = new List<NameRef>();
        var year = new PaymentYear
        {
            PointValue = _figures.Number(section, "point-value"),
            AverageList = _figures.Number(section, "average-list"),
            AverageListDay = _figures.Day(section, "average-list-day"),
            ListDay = _figures.Day(section, "list-day"),
            PrevalenceDay = _figures.Day(section, "prevalence-day"),
            PrevalenceList = _figures.Words(section, "prevalence-list"),
            BalanceDay = _figures.Day(section, "balance-day"),
            Aspiration = _figures.Aspiration(section, "aspiration"),
            Protected = section.Optional("protected") is { } kept ? Protected(kept, named) : null,
            Unsettled = [.. Items(section.Optional("unsettled"), "unsettled").Select(n => Unsettled(n, named)).OfType<Sourced<Unsettled>>()],
        };
        return new PaymentFile(section.Place, year, [.. Items(section.Needed("groups"), "groups").Select(Group).OfType<PaymentGroupEntry>()], named);
    }

    private PaymentGroupEntry? Group(YamlNode node)
    {
        if (Section.Of(node, "a payment group", mistakes, GroupKeys) is not { } section
            || section.NeededText("group") is not { } name
            || section.Needed("weighted-by") is not { } by)
        {
            return null;
        }

        Weighting? bare = by is YamlNode.Text text
            ? text.Value switch { "nothing" => Weighting.None, "target population" => Weighting.TargetPopulation, _ => null }
            : null;
        return new PaymentGroupEntry(
            new NameRef(name.Value, name.Place),
            NameListReader.Read(section.Optional("indicators"), mistakes),
            bare ?? Weighting.Prevalence,
            bare is null ? NameListReader.Read(by, mistakes) : [],
            section.OptionalText("published-as")?.Value,
            _figures.CertaintyOf(section),
            section.OptionalText(SourceReader.Key)?.Value ?? "");
    }

    private Sourced<IReadOnlyList<string>>? Protected(YamlNode node, List<NameRef> named) =>
        Section.Of(node, "`protected`", mistakes, ["indicators", "certainty", SourceReader.Key, "doubt"]) is { } section
            ? _figures.Of<IReadOnlyList<string>>(Indicators(section, named), section)
            : null;

    private Sourced<Unsettled>? Unsettled(YamlNode node, List<NameRef> named) =>
        Section.Of(node, "what is unsettled", mistakes, ["indicators", "why", "certainty", SourceReader.Key, "doubt"]) is { } section
            && section.NeededText("why") is { } why
            ? _figures.Of(new Unsettled(Indicators(section, named), why.Value), section)
            : null;

    private List<string> Indicators(Section section, List<NameRef> named)
    {
        var names = NameListReader.Read(section.Needed("indicators"), mistakes);
        named.AddRange(names);
        return [.. names.Select(n => n.Name)];
    }

    private IReadOnlyList<YamlNode> Items(YamlNode? node, string key)
    {
        if (node is null or YamlNode.List)
        {
            return ((YamlNode.List?)node)?.Items ?? [];
        }

        mistakes.Add(node.Place, $"`{key}` is a list");
        return [];
    }
}
