using System.Globalization;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Versions;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Reads the rows of an indicator's table or of a block.</summary>
internal sealed class RowReader(VariantReader versions, MistakeList mistakes)
{
    private static readonly string[] Ends = ["exclude", "achieve", "adjust", "owe", "use"];
    private static readonly string[] Extras = ["rule", VariantReader.Key, SourceReader.Key];

    private readonly Dictionary<string, (AdjustmentReason Reason, int Line)> _reasons = new(StringComparer.Ordinal);

    /// <param name="parameters">Those of the block, or null in an indicator's own table.</param>
    public IReadOnlyList<RowSyntax> Read(YamlNode node, Parameters? parameters)
    {
        if (node is not YamlNode.List { Items.Count: > 0 } list)
        {
            mistakes.Add(node.Place, "`rules` is a list of rows");
            return [new RowSyntax.Unread(node.Place)];
        }

        return [.. list.Items.Select(i => Row(i, parameters))];
    }

    private RowSyntax Row(YamlNode node, Parameters? parameters)
    {
        var ends = node is YamlNode.Map map ? map.Entries.Where(e => Ends.Contains(e.Key.Value)).ToList() : [];
        if (ends.Count != 1)
        {
            mistakes.Add(
                ends.Count == 0 ? node.Place : ends[1].Key.Place,
                $"a row says exactly one of {string.Join(", ", Ends)}");
            return new RowSyntax.Unread(node.Place);
        }

        var end = ends[0].Key.Value;
        string[] own = end switch
        {
            "exclude" => [end, "when"],
            "adjust" => [end, "reason", "when"],
            "use" => [end, "with"],
            _ => [end],
        };
        var section = Section.Of(node, $"the `{end}` row", mistakes, [.. own, .. Extras])!;
        var (rule, source) = (section.OptionalText("rule")?.Value, SourceReader.Optional(section, mistakes));
        var range = section.OptionalText(VariantReader.Key) is { } text ? versions.Range(text) : null;
        if (end == "use")
        {
            return Use(section, parameters, rule, source, range);
        }

        var (label, reason) = end is "exclude" or "adjust" ? (Label(section, end), Reason(section, end)) : (null, null);
        var lines = section.Needed(label is null && end is "achieve" or "owe" ? end : "when");
        return new RowSyntax.Own(
            end switch
            {
                "exclude" => RowEnd.Exclude,
                "achieve" => RowEnd.Achieve,
                "adjust" => RowEnd.Adjust,
                _ => RowEnd.Owe,
            },
            label, reason, lines is null ? [] : LineReader.Read(lines, mistakes, parameters),
            section.Place, rule, source, range);
    }

    private string? Label(Section section, string end)
    {
        var label = section.NeededText(end);
        if (label is not null && !Names.IsUpper(label.Value))
        {
            mistakes.Add(label.Place, $"`{label.Value}` is no label: labels are upper case, as in CQRS");
        }

        return label?.Value;
    }

    private AdjustmentReason? Reason(Section section, string end)
    {
        if (end != "adjust" || section.NeededText("reason") is not { } text)
        {
            return null;
        }

        AdjustmentReason? reason = text.Value switch
        {
            "unsuitable" => AdjustmentReason.Unsuitable,
            "patient-chose-not-to" => AdjustmentReason.PatientChoseNotTo,
            "did-not-respond" => AdjustmentReason.DidNotRespond,
            "service-not-available" => AdjustmentReason.ServiceNotAvailable,
            "newly-diagnosed" => AdjustmentReason.NewlyDiagnosed,
            "newly-registered" => AdjustmentReason.NewlyRegistered,
            _ => null,
        };
        if (reason is null)
        {
            mistakes.Add(text.Place, $"`{text.Value}` is no reason; write unsuitable, patient-chose-not-to, did-not-respond, "
                + "service-not-available, newly-diagnosed or newly-registered");
        }
        else if (section.OptionalText(end) is { } label
            && !_reasons.TryAdd(label.Value, (reason.Value, label.Place.Line))
            && _reasons[label.Value].Reason != reason)
        {
            mistakes.Add(text.Place, $"{label.Value} has another reason in line {_reasons[label.Value].Line}: a label has one");
        }

        return reason;
    }

    private RowSyntax Use(Section section, Parameters? parameters, string? rule, SourceSyntax? source, VersionRange? range)
    {
        if (section.NeededText("use") is not { } block)
        {
            return new RowSyntax.Unread(section.Place);
        }

        var arguments = new List<ArgumentSyntax>();
        if (section.Optional("with") is YamlNode.Map with)
        {
            arguments.AddRange(with.Entries.Select(e => Argument(e.Key, e.Value, parameters)));
        }
        else if (section.Optional("with") is { } other)
        {
            mistakes.Add(other.Place, "`with` is a map from parameters to numbers");
        }

        return new RowSyntax.Use(
            new NameRef(block.Value, block.Place), arguments, section.Place, rule, source, range);
    }

    private ArgumentSyntax Argument(YamlNode.Text name, YamlNode value, Parameters? parameters)
    {
        if (value is YamlNode.Text { Value: ['$', .. var parameter] } && parameters is not null && parameters.Use(parameter))
        {
            return new ArgumentSyntax(name.Value, name.Place, null, parameter);
        }

        if (value is YamlNode.Text text
            && decimal.TryParse(
                text.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return new ArgumentSyntax(name.Value, name.Place, number, null);
        }

        mistakes.Add(value.Place, $"`{name.Value}` is a number{(parameters is null ? "" : " or a parameter of this block")}");
        return new ArgumentSyntax(name.Value, name.Place, 0, null);
    }
}
