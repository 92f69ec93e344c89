using QofFhir.Core.Aggregation;

namespace QofFhir.Cli.Peers;

/// <summary>Where a practice stands for one indicator among the practices of a group, itself among them.</summary>
/// <param name="Practices">Those that have a denominator.</param>
/// <param name="Rank">From 1, the highest achievement; practices alike share the better rank.</param>
/// <param name="Percentile">Of the others, how many in a hundred are lower, those alike counted half; null without others.</param>
/// <param name="Spread">Of net achievement, from 0 to 1.</param>
/// <param name="Limits">Where a practice of its size would lie by chance alone; only among all practices, since the few of a network tell nothing about chance.</param>
internal sealed record Standing(PeerGroup Group, int Practices, int Rank, decimal? Percentile, Spread Spread, FunnelLimits? Limits)
{
    /// <summary>Which limits its achievement lies outside of; null where there are none.</summary>
    public string? Funnel(Proportion own) => Limits is not { } limits ? null : own.Share!.Value switch
    {
        var share when share < limits.Lower998 => "below 99.8 %",
        var share when share < limits.Lower95 => "below 95 %",
        var share when share > limits.Upper998 => "above 99.8 %",
        var share when share > limits.Upper95 => "above 95 %",
        _ => "within",
    };

    /// <param name="peers">At most one of each practice; the practice's own among them.</param>
    /// <returns>Null when the practice has nobody in the denominator.</returns>
    public static Standing? Of(PeerGroup group, PracticeReport own, IReadOnlyCollection<PracticeReport> peers)
    {
        var mine = own.Counts.Achievement;
        if (mine.Denominator == 0)
        {
            return null;
        }

        Proportion[] all = [.. peers.Where(p => group.Holds(p.Practice) || p.Practice == own.Practice).Select(p => p.Counts.Achievement).Where(p => p.Denominator > 0)];
        var (higher, alike) = (all.Count(p => Compare(p, mine) > 0), all.Count(p => Compare(p, mine) == 0) - 1);
        var others = all.Length - 1;
        var limits = group == PeerGroup.All
            ? FunnelLimits.Of((double)all.Sum(p => p.Numerator) / all.Sum(p => p.Denominator), mine.Denominator, FunnelLimits.Dispersion(all) ?? 1)
            : null;
        return new Standing(
            group, all.Length, higher + 1, others == 0 ? null : ((others - higher - alike) + (alike / 2m)) * 100 / others, Core.Aggregation.Spread.Of(all.Select(p => p.Share!.Value))!, limits);
    }

    /// <summary>Multiplied out, so that equal shares are equal.</summary>
    private static int Compare(Proportion one, Proportion other) =>
        ((Int128)one.Numerator * other.Denominator).CompareTo((Int128)other.Numerator * one.Denominator);
}
