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
            Line[] open = [.. row.Where(l => !walk.Holds(l.Condition))];
            var how = (open.All(l => l.Care.Count > 0), row.Length - open.Length, -open.Length);
            if (how.CompareTo(best) >= 0)
            {
                (nearest, best) = (open, how);
            }
        }

        return [.. nearest.Select(l => l.Open(walk))];
    }

    /// <param name="Fields">Those that the line reads itself, not those that bound them.</param>
    private sealed record Line(string Text, Condition Condition, int[] Fields, IReadOnlyList<Care> Care)
    {
        public static Line Of(Framework framework, RowLine line)
        {
            int[] fields = [.. FieldsOf.Asked(framework.Plan, line.Condition)];
            var clusters = fields.SelectMany(f => ClustersOf(framework.Plan, f)).ToHashSet(StringComparer.Ordinal);
            return new Line(line.Text, line.Condition, fields, [.. framework.Care.Where(c => c.Clusters.Any(clusters.Contains))]);
        }

        /// <summary>Also of what bounds the field: a weight before a referral settles nothing without the referral.</summary>
        private static IEnumerable<string> ClustersOf(EvaluationPlan plan, int field)
        {
            var filter = plan.Fields[field] switch { FieldRule.Select f => f.Filter, FieldRule.Count f => f.Filter, _ => null };
            return filter is null ? [] : filter.Clusters.Select(c => plan.Clusters[c].Name)
                .Concat(filter.Bounds.SelectMany(b => FieldsOf.Condition(plan, new Condition.DateIsPresent(b.On))).SelectMany(f => ClustersOf(plan, f)));
        }

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
