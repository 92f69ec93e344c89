using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>The tables of the indicators asked for, and of every register that they come to. Those about the dead are left out: edge patients are alive.</summary>
internal static class TableList
{
    public static IEnumerable<DecisionTable> Of(Framework framework, IReadOnlyCollection<FrameworkIndicator> indicators)
    {
        var plan = framework.Plan;
        var tables = indicators.Select(i => plan.Indicators[i.Rule!.Value]).Where(r => r.People == People.OnList).Select(DecisionTable.Of).OfType<DecisionTable>().ToList();
        var registers = new SortedSet<int>();
        var waiting = new Queue<int>(tables.SelectMany(t => Registers(plan, t)));
        while (waiting.TryDequeue(out var register))
        {
            if (registers.Add(register))
            {
                Registers(plan, DecisionTable.Of(plan.Registers[register])).ToList().ForEach(waiting.Enqueue);
            }
        }

        // A register that the year keeps without paying is its own table already.
        return registers.Select(r => DecisionTable.Of(plan.Registers[r])).Concat(tables).DistinctBy(t => t.Name);
    }

    private static IEnumerable<int> Registers(EvaluationPlan plan, DecisionTable table) =>
        Mentions.Of(plan, table).Atoms.OfType<Condition.InRegister>().Select(c => c.Register);
}
