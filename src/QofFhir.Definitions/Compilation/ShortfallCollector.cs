using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Compilation;

/// <summary>Gathers the clusters that are not held in full, with the part they play in one indicator and the direction of the error.</summary>
internal sealed class ShortfallCollector(EvaluationPlan plan)
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
                foreach (var field in Uses.Fields(condition))
                {
                    Field(field, role, turned);
                }

                break;
        }
    }

    private void Field(int field, ClusterRole role, bool turned)
    {
        var rule = plan.Fields[field];
        foreach (var cluster in Uses.Clusters(rule).Select(c => plan.Clusters[c]).Where(c => c.Completeness != Completeness.Full))
        {
            Add(cluster, role, turned);
        }

        foreach (var inner in Uses.Fields(rule))
        {
            Field(inner, role, turned);
        }
    }

    private void Add(Cluster cluster, ClusterRole role, bool turned)
    {
        var effect = (role, turned) switch
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
