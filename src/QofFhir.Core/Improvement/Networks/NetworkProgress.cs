using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;

namespace QofFhir.Core.Improvement.Networks;

/// <summary>What the practices of a network did about a module. It names practices: it is for the network itself.</summary>
/// <param name="Network">Code of the network.</param>
/// <param name="Module">Identifier of the module.</param>
/// <param name="Measures">In the order of the module.</param>
/// <param name="Learning">What practices shared on purpose, by practice.</param>
public sealed record NetworkProgress(string Network, string Module, IReadOnlyList<MeasureProgress> Measures, IReadOnlyList<SharedLearning> Learning)
{
    /// <param name="better">Which way is better where no objective says.</param>
    /// <param name="plans">One a practice, of this module; those of other modules are left aside.</param>
    /// <exception cref="ArgumentException">A practice has two plans.</exception>
    public static NetworkProgress Of(string network, ImprovementModule module, IEnumerable<ImprovementPlan> plans, DateOnly today, Direction better = Direction.Higher)
    {
        ArgumentNullException.ThrowIfNull(module);
        ImprovementPlan[] ours = [.. plans.Where(p => p.Module == module.Id).OrderBy(p => p.Practice, StringComparer.Ordinal)];
        return ours.DistinctBy(p => p.Practice).Count() < ours.Length
            ? throw new ArgumentException("a practice has two plans", nameof(plans))
            : new(
                network, module.Id,
                [.. PlanCheck.MeasuresOf(module).Select(m => MeasureProgress.Of(m.Id, m.Title, ours, better, today))],
                [.. ours.SelectMany(SharedLearning.Of)]);
    }

    /// <summary>The network's collective counts of a measure as others may see them, after the disclosure policy: those of practices are protected as if they were public too, since they sum up to them.</summary>
    /// <param name="chance">See <see cref="Release.Of"/>.</param>
    /// <returns>Null where no practice is counted. Counts may be hidden: then there is no report.</returns>
    public ReleasedCounts? Collective(string measure, DisclosurePolicy policy, Func<bool> chance)
    {
        // Measures of the same patients are protected together: whoever sees a population in one of them knows it in all.
        var asked = Latest(measure);
        (string Measure, PracticeReport[] Reports)[] together = [.. Measures.Select(m => (m.Measure, Latest(m.Measure))).Where(m => Populations(m.Item2).SequenceEqual(Populations(asked)))];
        return asked.Length == 0 ? null : Release.Of(
            policy, [.. together.Select(m => new IndicatorReports(true, m.Reports))], [(Network, asked.Select(r => r.Practice).ToHashSet(StringComparer.Ordinal))], chance)
            [Array.FindIndex(together, m => m.Measure == measure)][^1];
    }

    private static IEnumerable<(string, long)> Populations(PracticeReport[] reports) => reports.Select(r => (r.Practice, r.Counts.Population));

    private PracticeReport[] Latest(string measure) =>
    [
        .. Measures.Where(m => m.Measure == measure).SelectMany(m => m.Practices).Where(p => p.Now is { Denominator: > 0 })
            .Select(p => new PracticeReport(p.Practice, new ReportedCounts(p.Now!.Denominator, 0, 0, p.Now.Numerator))),
    ];
}
