using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Walks a patient as the count does, and keeps every step for people.</summary>
internal sealed class Explainer(PatientWalk walk)
{
    public IReadOnlyList<RegisterWalk> Registers(IEnumerable<int> registers) => [.. registers.Select(Register)];

    /// <summary>The rows asked, the one that held last.</summary>
    public IReadOnlyList<WalkedRow> Rows(IReadOnlyList<Row> rows)
    {
        var walked = new List<WalkedRow>();
        foreach (var row in rows)
        {
            walked.Add(new WalkedRow(row.Name, row.Rule, walk.Holds(row), [.. row.Lines.Select(Line)], row.Source));
            if (walked[^1].Held)
            {
                break;
            }
        }

        return walked;
    }

    private RegisterWalk Register(int register)
    {
        var rule = walk.Plan.Registers[register];
        var walked = new List<WalkedRow>();
        foreach (var row in rule.Rows)
        {
            var held = walk.Holds(row.Line.Condition);
            walked.Add(new WalkedRow(row.Selects ? "select" : "reject", row.Rule, held, [Line(row.Line)], row.Source));
            if (held)
            {
                break;
            }
        }

        return new RegisterWalk(rule, walk.IsOn(register), walked);
    }

    private WalkedLine Line(RowLine line) => new(
        line.Text,
        walk.Holds(line.Condition),
        [.. NamesIn(line.Condition).DistinctBy(n => n.Name).Select(Value), .. FieldsOf.Condition(walk.Plan, line.Condition).Select(Value)]);

    /// <summary>The named conditions of a condition, those inside others after them.</summary>
    private static IEnumerable<Condition.Named> NamesIn(Condition condition) => condition switch
    {
        Condition.Named c => NamesIn(c.Inner).Prepend(c),
        Condition.Not c => NamesIn(c.Inner),
        Condition.All c => c.Conditions.SelectMany(NamesIn),
        Condition.Any c => c.Conditions.SelectMany(NamesIn),
        _ => [],
    };

    private FieldValue Value(Condition.Named condition) =>
        new(condition.Name, condition.Text, null, walk.Holds(condition.Inner) ? "holds" : "does not hold", []);

    private FieldValue Value(int field)
    {
        var rule = walk.Plan.Fields[field];
        ref readonly var result = ref walk.Field(field);
        var sources = new[] { result.Event, result.SecondEvent }.Where(e => e >= 0).Select(walk.Records.Source).Distinct(StringComparer.Ordinal);
        return new FieldValue(rule.Name, rule.Text, Day.Date(result.Day), FieldText.Of(walk, field), [.. sources]);
    }
}
