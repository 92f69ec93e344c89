namespace QofFhir.Service.Workers;

/// <summary>How fast runs end, of those of the last hour.</summary>
/// <param name="RunsAnHour">Reckoned from the first of them on; null: too few have ended to tell.</param>
internal sealed record ClusterPace(int Succeeded, int Failed, long Resources, double? RunsAnHour, double? ResourcesAnHour)
{
    public static ClusterPace Of(EndedRuns ended, DateTimeOffset now)
    {
        // The first one's own time is not known to be within the hour: the others count from its end.
        var hours = ended.First is { } first ? (now - first).TotalHours : 0;
        var known = ended.Ended > 1 && hours > 0;
        var share = known ? (ended.Ended - 1.0) / ended.Ended / hours : 0;
        return new ClusterPace(
            ended.Succeeded, ended.Ended - ended.Succeeded, ended.Resources,
            known ? Math.Round(ended.Ended * share, 1) : null,
            known ? Math.Round(ended.Resources * share) : null);
    }

    /// <returns>Null where it cannot be told.</returns>
    public double? SecondsFor(long runs) => runs == 0 ? 0 : RunsAnHour > 0 ? Math.Round(runs / RunsAnHour.Value * 3600) : null;
}
