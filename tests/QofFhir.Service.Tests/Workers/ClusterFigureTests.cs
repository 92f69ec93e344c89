using QofFhir.Service.Workers;

namespace QofFhir.Service.Tests.Workers;

/// <summary>What <c>/cluster</c> reckons.</summary>
public sealed class ClusterFigureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_pace_counts_from_the_first_end_within_the_hour()
    {
        var pace = ClusterPace.Of(new EndedRuns(28, 31, 62_000, Now.AddMinutes(-15)), Now);
        Assert.Equal(new ClusterPace(28, 3, 62_000, 120, 240_000), pace);
        Assert.Equal(1800, pace.SecondsFor(60));
        Assert.Equal(0, pace.SecondsFor(0));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 10)]
    [InlineData(2, 0)]
    public void Too_few_ends_tell_no_pace(int ended, int? minutesAgo)
    {
        var pace = ClusterPace.Of(new EndedRuns(ended, ended, 10, minutesAgo is { } m ? Now.AddMinutes(-m) : null), Now);
        Assert.Null(pace.RunsAnHour);
        Assert.Null(pace.SecondsFor(5));
    }

    [Fact]
    public void Reasons_that_differ_in_address_or_number_are_one() => Assert.Equal(
        [new FailureReason("(address): gave up after (number) tries", 7), new FailureReason("it was cancelled", 1)],
        FailureReasons.Of([
            ("it was cancelled", 1), ("https://a.example/fhir/Patient?_count=5: gave up after 3 tries", 2), ("http://b.example: gave up after 12 tries", 5),
        ]));
}
