using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Compilation;

/// <summary>Gathers the clusters that are not held in full, with the part they play in one indicator and the direction of the error.</summary>
internal sealed class ShortfallCollector(EvaluationPlan plan, PlanStatus status)
{
    private readonly List<ClusterShortfall> _shortfalls = [];

    /// <summary>In the order of the roles, then as met.</summary>
    public IReadOnlyList<ClusterShortfall> All => [.. _shortfalls.OrderBy(s => s.Role)];

    public void Register(int register, ClusterRole role, bool turned = false)
    {
        foreach (var row in plan.Registers[register].Rows)
        {
            Test(row.Line.Condition, role, turned ^ !row.Selects);
        }
    }

    public void Row(Row row)
    {
        var role = row.End switch
        {
            RowEnd.Exclude => ClusterRole.Exclude,
            RowEnd.Achieve => ClusterRole.Achieve,
            RowEnd.Adjust => ClusterRole.Adjust,
            _ => ClusterRole.Owe,
        };
        foreach (var line in row.Lines)
        {
            Test(line.Condition, role, turned: false);
        }
    }

    public void Group(StratumRow row) => Test(row.Line.Condition, ClusterRole.Population, turned: false);

    /// <param name="turned">True where a missing code makes the row hold more often, not less.</param>
    private void Test(Condition condition, ClusterRole role, bool turned)
    {
        switch (condition)
        {
            case Condition.InRegister r:
                Register(r.Register, role, turned);
                break;
            case Condition.Not n:
                Test(n.Inner, role, !turned);
                break;
            case Condition.All or Condition.Any or Condition.Named:
                foreach (var inner in Uses.Inner(condition))
                {
                    Test(inner, role, turned);
                }

                break;
            default:
                var twoFields = ComparesTwoFields(condition);
                foreach (var field in Uses.Fields(condition))
                {
                    // Without all its codes a field is another date, not always none, and may then agree with the other field
                    // or disagree: where mild frailty is not known, moderate frailty is always the latest.
                    Field(field, role, turned, eitherWay: twoFields && status.OfField(field) != Completeness.None);
                }

                break;
        }
    }

    private static bool ComparesTwoFields(Condition condition) => condition switch
    {
        Condition.Dates d => Uses.Fields(d.Left).Any() && Uses.Fields(d.Right).Any(),
        Condition.Numbers n => Uses.Fields(n.Left).Any() && Uses.Fields(n.Right).Any(),
        _ => false,
    };

    private void Field(int field, ClusterRole role, bool turned, bool eitherWay)
    {
        var rule = plan.Fields[field];
        foreach (var cluster in Uses.Clusters(rule).Select(c => plan.Clusters[c]).Where(c => c.Completeness != Completeness.Full))
        {
            Add(cluster, role, turned || eitherWay);
        }

        foreach (var inner in Uses.Fields(rule))
        {
            Field(inner, role, turned, eitherWay);
        }
    }

    /// <param name="unsure">True where a missing code does not simply make the row hold less often.</param>
    private void Add(Cluster cluster, ClusterRole role, bool unsure)
    {
        var effect = (role, unsure) switch
        {
            (ClusterRole.Population, _) => GapEffect.PopulationUncertain,
            (ClusterRole.Exclude or ClusterRole.Adjust, false) => GapEffect.DenominatorTooLarge,
            (ClusterRole.Achieve, false) => GapEffect.NumeratorTooSmall,
            _ => GapEffect.OutcomeUncertain,
        };
        var known = _shortfalls.FindIndex(s => s.Cluster == cluster.Name && s.Role == role);
        if (known < 0)
        {
            _shortfalls.Add(new ClusterShortfall(cluster.Name, cluster.Completeness, role, effect));
        }
        else if (_shortfalls[known].Effect != effect)
        {
            // It pushes both ways.
            _shortfalls[known] = _shortfalls[known] with { Effect = GapEffect.OutcomeUncertain };
        }
    }
}
