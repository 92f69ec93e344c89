using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Prompts;

/// <summary>What the achieve rows of an indicator ask for, with the care that settles each line.</summary>
internal sealed class AskedCare(Framework framework, IndicatorRule.Fraction rule)
{
    private readonly Line[][] _rows = [.. rule.Rows.Where(r => r.End == RowEnd.Achieve).Select(r => r.Lines.Select(l => Line.Of(framework, l)).ToArray())];

    /// <summary>All care that settles a line of any row, each once.</summary>
    public IReadOnlyList<Care> All => [.. _rows.SelectMany(r => r).SelectMany(l => l.Care).Distinct()];

    /// <summary>The lines that do not hold of the row that the patient is nearest to. Of several rows: one that care can complete; of these the one of which most holds and least is open; of equals the last, because what is for some stands below what is for all.</summary>
    /// <param name="walk">Stands at the patient, by the dates of the year.</param>
    public IReadOnlyList<OpenCare> Open(PatientWalk walk)
    {
        var nearest = -1;
        var best = (ByCare: false, Held: -1, Open: 0);
        for (var i = 0; i < _rows.Length; i++)
        {
            var (byCare, open) = (true, 0);
            foreach (var line in _rows[i])
            {
                if (!walk.Holds(line.Condition))
                {
                    open++;
                    byCare &= line.Care.Count > 0;
                }
            }

            var how = (byCare, _rows[i].Length - open, -open);
            if (how.CompareTo(best) >= 0)
            {
                (nearest, best) = (i, how);
            }
        }

        return nearest < 0 ? [] : Open(walk, _rows[nearest], _rows[(nearest + 1)..]);
    }

    /// <summary>Whether an indicator asks for a medicine of anybody; also where there are no rules to tell.</summary>
    public static bool OfMedicines(Framework framework, FrameworkIndicator indicator)
    {
        if (indicator.Rule is not { } number || framework.Plan.Indicators[number] is not IndicatorRule.Fraction rule)
        {
            return true;
        }

        var asked = rule.Rows.Where(r => r.End == RowEnd.Achieve).SelectMany(r => r.Lines).SelectMany(l => FieldsOf.Asked(framework.Plan, l.Condition))
            .SelectMany(f => Line.ClustersOf(framework.Plan, f)).ToHashSet(StringComparer.Ordinal);
        return framework.Care.Any(c => c.Sitting.Kind == CareKind.Medicine && c.Clusters.Any(asked.Contains));
    }

    private static IReadOnlyList<OpenCare> Open(PatientWalk walk, Line[] row, Line[][] below)
    {
        Line[] open = [.. row.Where(l => !walk.Holds(l.Condition))];
        var settled = row.Except(open).SelectMany(l => l.Care).ToHashSet();
        return [.. open.Select(l => l.Open(walk) with { Told = l.Told, GivenInTime = l.Care.Count > 0 && l.Care.All(settled.Contains), IfUnfit = IfUnfit(l) })];

        // What a row further down asks stands in for the only care of this one, and for no part of several.
        Care[] IfUnfit(Line line) => line.Told is [var told] && open.Count(l => l.Care.Count > 0) == 1
            ? [.. below.SelectMany(r => r).SelectMany(l => l.Told).Where(c => c.Sitting.Kind == told.Sitting.Kind).Except(line.Care).Except(settled)]
            : [];
    }

    /// <param name="Fields">Those that the line reads itself, not those that bound them.</param>
    private sealed record Line(string Text, Condition Condition, int[] Fields, IReadOnlyList<Care> Care, IReadOnlyList<Care> Told)
    {
        public static Line Of(Framework framework, RowLine line)
        {
            int[] fields = [.. FieldsOf.Asked(framework.Plan, line.Condition)];
            var required = Required(framework.Plan, line.Condition).Select(r => r.SelectMany(f => ClustersOf(framework.Plan, f)).ToHashSet(StringComparer.Ordinal))
                .Concat(fields.SelectMany(f => Before(framework.Plan, f)).Select(f => ClustersOf(framework.Plan, f).ToHashSet(StringComparer.Ordinal))).ToList();
            return new Line(
                line.Text, line.Condition, fields,
                [.. framework.Care.Where(c => required.Exists(r => c.Clusters.Any(r.Contains)))],
                [.. framework.Care.Intersect(required.Select(r => Likeliest(framework, r)).OfType<Care>())]);
        }

        /// <summary>The fields of each thing that a condition requires: a record of one field is enough for it.</summary>
        private static IEnumerable<int[]> Required(EvaluationPlan plan, Condition condition) => condition switch
        {
            Condition.All c => c.Conditions.SelectMany(i => Required(plan, i)),
            Condition.Named c => Required(plan, c.Inner),
            Condition.Numbers { Left: NumberExpression.HowMany n } => n.Conditions.SelectMany(i => Required(plan, i)),
            Condition.Numbers { Left: NumberExpression.OfField n } when plan.Fields[n.Field] is FieldRule.HowMany f => f.Conditions.SelectMany(i => Required(plan, i)),
            _ => [[.. FieldsOf.Asked(plan, condition)]],
        };

        private static Care? Likeliest(Framework framework, HashSet<string> clusters) =>
            framework.Care.Where(c => c.Clusters.Any(clusters.Contains)).MaxBy(c => c.Clusters.Count(clusters.Contains));

        private static EventFilter? Filter(EvaluationPlan plan, int field) =>
            plan.Fields[field] switch { FieldRule.Select f => f.Filter, FieldRule.Count f => f.Filter, _ => null };

        public static IEnumerable<string> ClustersOf(EvaluationPlan plan, int field) => Filter(plan, field)?.Clusters.Select(c => plan.Clusters[c].Name) ?? [];

        /// <summary>Fields that bound a field are required too: a weight before a referral settles nothing without the referral.</summary>
        private static IEnumerable<int> Before(EvaluationPlan plan, int field) =>
            (Filter(plan, field)?.Bounds ?? []).SelectMany(b => FieldsOf.Condition(plan, new Condition.DateIsPresent(b.On)));

        public OpenCare Open(PatientWalk walk)
        {
            var last = -1;
            foreach (var field in Fields)
            {
                if (walk.Field(field).Day > (last < 0 ? Day.Absent : walk.Field(last).Day))
                {
                    last = field;
                }
            }

            return last < 0 ? new OpenCare(Text, Care, null, null) : new OpenCare(Text, Care, Day.Date(walk.Field(last).Day), FieldText.Of(walk, last));
        }
    }
}
