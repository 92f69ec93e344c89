using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Prompts;

/// <summary>What the achieve rows of an indicator ask for, with the care that settles each line.</summary>
internal sealed class AskedCare(Framework framework, IndicatorRule.Fraction rule)
{
    private readonly Line[][] _rows = [.. rule.Rows.Where(r => r.End == RowEnd.Achieve).Select(r => r.Lines.Select(l => Line.Of(framework, l)).ToArray())];

    /// <summary>The lines that do not hold of the row that the patient is nearest to. Of several rows: one that care can complete; of these the one of which most holds and least is open; of equals the last, because what is for some stands below what is for all.</summary>
    /// <param name="walk">Stands at the patient, by the dates of the year.</param>
    public IReadOnlyList<OpenCare> Open(PatientWalk walk)
    {
        Line[] nearest = [];
        var best = (ByCare: false, Held: -1, Open: 0);
        foreach (var row in _rows)
        {
            var (byCare, open) = (true, 0);
            foreach (var line in row)
            {
                if (!walk.Holds(line.Condition))
                {
                    open++;
                    byCare &= line.Care.Count > 0;
                }
            }

            var how = (byCare, row.Length - open, -open);
            if (how.CompareTo(best) >= 0)
            {
                (nearest, best) = (row, how);
            }
        }

        var asked = new List<OpenCare>(-best.Open);
        foreach (var line in nearest)
        {
            if (!walk.Holds(line.Condition))
            {
                asked.Add(line.Open(walk) with { Told = line.Told, GivenInTime = line.Care.Count > 0 && line.Care.All(c => Given(walk, nearest, c)) });
            }
        }

        return asked;
    }

    /// <summary>Another line of the row holds by the same care.</summary>
    private static bool Given(PatientWalk walk, Line[] row, Care care) => Array.Exists(row, l => l.Care.Contains(care) && walk.Holds(l.Condition));

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

        private static IEnumerable<string> ClustersOf(EvaluationPlan plan, int field) => Filter(plan, field)?.Clusters.Select(c => plan.Clusters[c].Name) ?? [];

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
