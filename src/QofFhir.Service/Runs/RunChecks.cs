using QofFhir.Core.DataChecks;
using QofFhir.Core.Records;
using QofFhir.Extraction.Cache;
using QofFhir.Fhir.Reading;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Runs;

/// <summary>Whether what a run has got can be all there is: counts and days, never a patient.</summary>
internal sealed class RunChecks(CheckSettings settings)
{
    /// <param name="before">Entries by cluster of the practice's last run; null: it had none.</param>
    public IReadOnlyList<string> Warnings(
        Run run, CachedRun extract, ReadResult read, IReadOnlyDictionary<string, int> clusters, IReadOnlyDictionary<string, int>? before, DateOnly extracted) =>
    [
        .. extract.Missing.Select(m => $"data is missing, and what rests on it is not evaluated: {m}"),
        .. Uneven(extract.Records.Contents.Counts, read.Counts),
        .. ClusterFall.Between(before ?? clusters, clusters, settings.ClusterFall, settings.SmallestCluster)
            .Select(f => $"{f.Cluster}: {f.Now} entries, and {f.Before} in the practice's last run"),
        .. Silence(run, read.Records, extracted),
    ];

    /// <summary>Every count is nought then, and most often because the system writes the practice's code in another way.</summary>
    public static IEnumerable<string> EmptyList(string practice, int patients, int listed) =>
        patients > 0 && listed == 0 ? [$"{patients} patients came, and none of them is on the list of {practice}: is that the code of their registrations?"] : [];

    /// <summary>What was written to disk and what was read from there are counted apart.</summary>
    private static IEnumerable<string> Uneven(IReadOnlyDictionary<string, int> kept, ReadCounts counts) =>
        from type in kept.Keys.Union(counts.Types.Select(t => t.Type)).Order(StringComparer.Ordinal)
        let written = kept.GetValueOrDefault(type)
        let found = counts.Types.FirstOrDefault(t => t.Type == type)?.In ?? 0
        where written != found
        select $"{type}: {written} resources were extracted and {found} were read";

    private IEnumerable<string> Silence(Run run, PracticeRecords records, DateOnly extracted) =>
        LastDays.SilentSince(records, extracted, run.AchievementDate, settings.LastWorkingDays) is { } day
            ? [$"there is no entry of {day:yyyy-MM-dd} or later, though the practice has entries in most weeks"]
            : [];
}
