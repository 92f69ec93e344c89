using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class SelectionTests
{
    private readonly TestPlan _plan = new();

    [Fact]
    public void Earliest_and_latest_take_the_ends_of_the_record()
    {
        var practice = TestPractice.Of().Event("A", "2026-02-01").Event("A", "2025-01-01").Event("A", "2026-06-01").Event("B", "2027-01-01");
        Assert.Equal(Terms.Day("2025-01-01"), _plan.FieldOf(_plan.Earliest("A"), practice).On);
        Assert.Equal(Terms.Day("2026-06-01"), _plan.FieldOf(_plan.Latest("A"), practice).On);
        Assert.Equal(Terms.Day("2027-01-01"), _plan.FieldOf(_plan.Latest("A B"), practice).On);
        Assert.Null(_plan.FieldOf(_plan.Latest("C"), practice).On);
    }

    [Fact]
    public void Without_a_value_the_smallest_source_of_the_day_is_the_evidence()
    {
        var practice = TestPractice.Of()
            .Event("A", "2026-05-01", source: "Observation/20").Event("A", "2026-05-01", source: "Observation/3").Event("A", "2026-05-01", source: "Condition/9");
        Assert.Equal(["Condition/9"], _plan.FieldOf(_plan.Latest("A"), practice).Sources);
        Assert.Equal(["Condition/9"], _plan.FieldOf(_plan.Earliest("A"), practice).Sources);
    }

    [Fact]
    public void The_day_is_chosen_before_the_value()
    {
        var practice = TestPractice.Of().Event("A", "2026-05-01", 40).Event("A", "2026-05-02", 60).Event("A", "2026-05-02", 90);
        Assert.Equal("60", _plan.FieldOf(_plan.LatestValue("A"), practice).Value);
        Assert.Equal("90", _plan.FieldOf(_plan.LatestValue("A", highestFirst: true), practice).Value);
    }

    [Fact]
    public void Equal_values_of_a_day_leave_the_smallest_source()
    {
        var practice = TestPractice.Of()
            .Event("A", "2026-05-02", 60, source: "Observation/b").Event("A", "2026-05-02", 60, source: "Observation/a").Event("A", "2026-05-02", 61, source: "Observation/0");
        Assert.Equal(["Observation/a"], _plan.FieldOf(_plan.LatestValue("A"), practice).Sources);
    }

    [Fact]
    public void A_later_record_without_a_value_does_not_hide_an_older_one_with_a_value()
    {
        var practice = TestPractice.Of().Event("A", "2026-05-01", 40).Event("A", "2026-06-01");
        Assert.Equal(Terms.Day("2026-05-01"), _plan.FieldOf(_plan.LatestValue("A"), practice).On);
        Assert.Equal(Terms.Day("2026-06-01"), _plan.FieldOf(_plan.Latest("A"), practice).On);
    }

    [Theory]
    [InlineData(0.69, true)]
    [InlineData(0.7, false)]
    [InlineData(0.71, false)]
    public void A_value_filter_passes_only_what_compares(double value, bool passes)
    {
        var field = _plan.Earliest(_plan.Of("FEV", new ValueFilter(Comparison.Less, 0.7m, null, false)));
        Assert.Equal(passes, _plan.Holds(Terms.On(field).IsPresent(), TestPractice.Of().Event("FEV", "2026-05-01", (decimal)value)));
    }

    [Theory]
    [InlineData(EpisodeKind.NotStated, true)]
    [InlineData(EpisodeKind.First, true)]
    [InlineData(EpisodeKind.New, true)]
    [InlineData(EpisodeKind.Review, false)]
    [InlineData(EpisodeKind.End, false)]
    public void A_new_episode_is_first_new_or_not_stated(EpisodeKind episode, bool counts)
    {
        var practice = TestPractice.Of().Event("DEPR", "2026-05-01", episode: episode);
        Assert.Equal(counts, _plan.Holds(Terms.On(_plan.Latest(_plan.Of("DEPR", newEpisode: true))).IsPresent(), practice));
        Assert.True(_plan.Holds(Terms.On(_plan.Latest("DEPR")).IsPresent(), practice));
    }

    [Theory]
    [InlineData(EventClass.Code, true, false)]
    [InlineData(EventClass.Drug, false, true)]
    [InlineData(EventClass.Statement, false, false)]
    public void The_class_of_an_event_must_be_that_of_the_cluster(EventClass kind, bool inCode, bool inDrug)
    {
        _plan.Cluster("STATCODE", ClusterClass.Code, ["1", "2"]);
        _plan.Cluster("STATDRUG", ClusterClass.Drug, ["1", "2"]);
        var practice = TestPractice.Of().Event("1", "2026-05-01", kind: kind);
        Assert.Equal(inCode, _plan.Holds(Terms.On(_plan.Latest("STATCODE")).IsPresent(), practice));
        Assert.Equal(inDrug, _plan.Holds(Terms.On(_plan.Latest("STATDRUG")).IsPresent(), practice));
        Assert.Equal(inCode || inDrug, _plan.Holds(Terms.On(_plan.Latest("STATCODE STATDRUG")).IsPresent(), practice));
    }

    [Fact]
    public void An_event_falls_in_every_cluster_that_holds_one_of_its_codings()
    {
        _plan.Cluster("A", codes: ["1"]);
        _plan.Cluster("B", codes: ["2", "1"]);
        _plan.Cluster("C", codes: ["3"]);
        var practice = TestPractice.Of().Event("9 1", "2026-05-01");
        Assert.True(_plan.Holds(Terms.On(_plan.Latest("A")).IsPresent(), practice));
        Assert.True(_plan.Holds(Terms.On(_plan.Latest("B")).IsPresent(), practice));
        Assert.False(_plan.Holds(Terms.On(_plan.Latest("C")).IsPresent(), practice));
    }
}
