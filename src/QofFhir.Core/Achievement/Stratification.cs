using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Achievement;

/// <summary>Parts the outcomes of a result by strata and counts each group. Nobody's outcome is worked out again.</summary>
internal sealed class Stratification(PracticeResult result, PracticeRecords records, IReadOnlyList<SuppliedAttribute> attributes)
{
    private readonly PatientWalk _walk = new(result.Framework.Plan, records);

    public PracticeResult By(IReadOnlyList<FrameworkStratum> strata)
    {
        FrameworkStratum[] asked = [.. strata.Select(AsSupplied)];
        StratumRule[] rules = [.. asked.Where(s => s.Evaluability.State != EvaluabilityState.NotEvaluable).Select(s => s.Rule)];
        int[][] groupOf = [.. rules.Select(_ => new int[records.PatientCount])];
        People[] people = [.. result.Reported.Select(i => i.Rule?.People).OfType<People>().Append(People.OnList).Distinct()];
        for (var patient = 0; patient < records.PatientCount; patient++)
        {
            // Nobody is both on the list and dead, and a death has one day.
            if (Array.Exists(people, p => _walk.Begin(patient, result.Practice, result.Dates, p)))
            {
                for (var s = 0; s < rules.Length; s++)
                {
                    groupOf[s][patient] = Group(rules[s], patient);
                }
            }
        }

        return result with
        {
            Strata = asked,
            Indicators = [.. result.Indicators.Select(Parted)],
            Registers = [.. result.Registers.Select(Parted)],
        };

        IndicatorResult Parted(IndicatorResult indicator) => indicator.Counts is null ? indicator : indicator with
        {
            Strata = [.. rules.Select((rule, s) => new StratumCounts(rule, Counts(indicator, rule.Groups, groupOf[s])))],
        };
    }

    private static GroupCounts[] Counts(IndicatorResult indicator, IReadOnlyList<string> groups, int[] groupOf)
    {
        var outcomes = groups.Select(_ => new List<PatientOutcome>()).ToArray();
        foreach (var outcome in indicator.Outcomes)
        {
            outcomes[groupOf[outcome.Patient]].Add(outcome);
        }

        return [.. groups.Select((group, g) => new GroupCounts(group, Tally.Count(indicator.Rule, outcomes[g])))];
    }

    private int Group(StratumRule rule, int patient)
    {
        if (rule is StratumRule.Table table)
        {
            return table.Rows.Index().First(r => _walk.Holds(r.Item.Line.Condition)).Index;
        }

        var supplied = (StratumRule.Supplied)rule;
        if (!Find(supplied)!.GroupOf.TryGetValue(patient, out var group))
        {
            return supplied.Groups.Count - 1;
        }

        var place = supplied.Groups.Index().Where(g => g.Item == group).Select(g => (int?)g.Index).SingleOrDefault();
        return place ?? throw new ArgumentException($"{supplied.Attribute} has no group '{group}'");
    }

    private SuppliedAttribute? Find(StratumRule.Supplied rule) => attributes.SingleOrDefault(a => a.Name == rule.Attribute);

    private FrameworkStratum AsSupplied(FrameworkStratum stratum) =>
        stratum.Rule is StratumRule.Supplied rule && Find(rule) is null
            ? stratum with { Evaluability = new(EvaluabilityState.NotEvaluable, $"nobody supplied {rule.Attribute}", []) }
            : stratum;
}
