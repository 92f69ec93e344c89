using QofFhir.Core.Disclosure;

namespace QofFhir.Service.Releases;

/// <summary>Releases as JSON.</summary>
internal static class ReleaseJson
{
    public static object Told(PublicRelease release) => new
    {
        release.Framework,
        on = release.Achieved,
        policy = release.Policy,
        release.Made,
        practices = new { reporting = release.Practices, expected = release.Expected },
        release.Sample,
        note = "0 is 0; counts from 8 are to the nearest 5; 1 to 7 is " + (release.Policy == DisclosurePolicy.ShowAsFive ? "shown as 5" : "not shown (small)")
            + "; withheld counts protect others. Shares are those of the shown counts. Not to be reused as exact.",
    };

    public static object Told(PublicCounts counts) => new
    {
        organisation = counts.Counts.Organisation,
        level = counts.Level,
        counts.Indicator,
        counts.Measure,
        population = counts.Counts.Population,
        exclusions = counts.Counts.Exclusions,
        adjusted = counts.Counts.Adjusted,
        numerator = counts.Counts.Numerator,
        achievement = counts.Counts.Achievement?.Share,
    };
}
