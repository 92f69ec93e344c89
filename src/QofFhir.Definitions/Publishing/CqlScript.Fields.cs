using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Publishing;

internal sealed partial class CqlScript
{
    private string FieldDate(int field) =>
        IsReading(plan.Fields[field]) ? Field(field) + ".date" : Field(field);

    private static bool IsReading(FieldRule field) =>
        field is FieldRule.Select { Filter: { WithPressure: true } or { Value: not null } };

    private CqlNumber FieldNumber(int field, FieldPart part) => part switch
    {
        FieldPart.Value => CqlNumber.Measured(Field(field)),
        FieldPart.Systolic => CqlNumber.Measured(Field(field) + ".systolic"),
        FieldPart.Diastolic => CqlNumber.Measured(Field(field) + ".diastolic"),
        _ => CqlNumber.Exact(Field(field)),
    };

    /// <summary>A date is named X_DAT, a count X_NUM; a reading has both a date and values and is named X.</summary>
    private string Field(int field)
    {
        var rule = plan.Fields[field];
        var suffix = rule switch
        {
            FieldRule.Count or FieldRule.HowMany => "_NUM",
            _ => IsReading(rule) ? "" : "_DAT",
        };
        string Body() => rule switch
        {
            FieldRule.Select { Filter.WithPressure: true } s => Pressure(s),
            FieldRule.Select { Filter.Value: not null } s => Reading(s),
            FieldRule.Select s => $"  {(s.Pick == Pick.Earliest ? "Min" : "Max")}({Days(s.Filter)})",
            FieldRule.Count c => "  " + Count(c),
            FieldRule.Computed c => "  " + On(c.On),
            FieldRule.HowMany h => "  " + HowMany(h.Conditions),
            _ => throw new InvalidOperationException($"unknown field {rule.GetType().Name}"),
        };
        return Reference((typeof(FieldRule), field), rule.Name + suffix, rule.Origin, Body, $"{Said(rule.Origin)}{rule.Text}");
    }

    private string Reading(FieldRule.Select field)
    {
        var ofDay = field.Pick == Pick.Earliest ? "OfFirstDay" : "OfLastDay";
        var value = field.Filter.Value!.HighestFirst ? "value desc, rank desc" : "value, rank";
        return $"  First((Records.{ofDay}({Values(field.Filter)})) V sort by {value})";
    }

    private string Pressure(FieldRule.Select field) =>
        $"  Records.PressureOn{(field.Pick == Pick.Earliest ? "First" : "Last")}Day({Events(field.Filter, EventView.Pressures, "P", ".date")})";

    private string Count(FieldRule.Count field) => field.Counted switch
    {
        Counted.Days => $"Count(distinct ({Days(field.Filter)}))",
        Counted.YearsInARow => $"Records.LongestRunOfYears({Days(field.Filter)})",
        Counted.Codes => $"Count(distinct ({Codes(field.Filter)}))",
        _ => $"Count(distinct ({Ingredients(field.Filter)}))",
    };

    /// <summary>The days of the events that fit.</summary>
    private string Days(EventFilter filter) =>
        filter.Value is not null ? $"({Values(filter)}) V return all V.date"
        : Events(filter, filter.NewEpisode ? EventView.NewEpisodes : EventView.Days, "D", "");

    private string Values(EventFilter filter)
    {
        var limit = filter.Value is { Comparison: { } comparison, Limit: { } number }
            ? Compared(CqlNumber.Measured("V"), comparison, CqlNumber.Exact(Plain(number)))
            : null;
        return Events(filter, EventView.Values, "V", ".date", limit);
    }

    /// <summary>For each event that fits the first of its codes that a cluster of the field holds.</summary>
    private string Codes(EventFilter filter)
    {
        var view = filter.Value is not null ? EventView.Values : filter.NewEpisode ? EventView.NewEpisodeCodes : EventView.Codes;
        var events = filter.Value is null ? Events(filter, view, "E", ".date") : Values(filter);
        var inAny = string.Join(" or ", filter.Clusters.Select(c => $"C in {Cluster(c)}"));
        return $"({events}) E return First(E.codes C where {inAny} return C.system + '|' + C.code sort asc)";
    }

    /// <summary>As codes, with the ingredient in place of a code that the value set maps.</summary>
    private string Ingredients(EventFilter filter)
    {
        var map = filter.Clusters.Select(c => plan.Clusters[c].Ingredients).OfType<IReadOnlyDictionary<string, string>>()
            .SelectMany(m => m).DistinctBy(m => m.Key, StringComparer.Ordinal).OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
        if (map.Count == 0)
        {
            return Codes(filter);
        }

        var name = string.Join(", ", filter.Clusters.Select(c => plan.Clusters[c].Name)) + " ingredients";
        var pairs = Reference(
            (name, typeof(EventView)), name, null,
            () => "  {\n    " + string.Join(",\n    ", map.Select(m => $"{{ code: '{Spelt(m.Key)}', ingredient: '{Spelt(m.Value)}' }}")) + "\n  }",
            "Code to ingredient, as the value sets map them; a code without one stands for itself");
        return $"({Codes(filter)}) K return Coalesce(First({pairs} M where M.code = K return M.ingredient), K)";
    }

    private static string Spelt(string key)
    {
        var bar = key.LastIndexOf('|');
        if (bar < 0)
        {
            return key;
        }

        var (system, code) = Core.Records.CodeKey.Split(key);
        return $"{system}|{code}";
    }
}
