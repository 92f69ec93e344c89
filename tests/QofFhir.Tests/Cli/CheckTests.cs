using System.Text.Json;

namespace QofFhir.Tests.Cli;

public sealed class CheckTests
{
    [Fact]
    public void Coverage_counts_patients_and_events_of_each_cluster()
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof("check", practice.Input, "--definitions", practice.Definitions, "--format", "csv");

        Assert.Equal(0, ran.Code);
        Assert.Equal("section,name,measure,value", ran.Lines[0]);
        Assert.Contains("coverage,SICK_COD,patients,7", ran.Lines);
        Assert.Contains("coverage,CARE_COD,events,3", ran.Lines);
        Assert.Contains("coverage,NOTWANTED_COD,codes,0", ran.Lines);
        Assert.Contains("types,Patient,in,10", ran.Lines);
        Assert.Contains("types,Patient,rejected,1", ran.Lines);
        Assert.Contains("registration,EpisodeOfCare,patients,8", ran.Lines);
        Assert.Contains("registration,none,patients,1", ran.Lines);
    }

    [Fact]
    public void A_problem_is_shown_with_its_first_places_and_no_patient()
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof("check", practice.Input, "--definitions", practice.Definitions, "--format", "json");

        var problem = Assert.Single(JsonDocument.Parse(ran.Output).RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(1, problem.GetProperty("count").GetInt32());
        Assert.Contains("practice.ndjson:", problem.GetProperty("firstPlaces").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unborn", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_a_section_for_each_question_and_says_where_nothing_was_found()
    {
        using var practice = new TinyPractice();

        var page = Ran.Qof("check", practice.Input, "--definitions", practice.Definitions, "--framework", TinyPractice.Framework).Output;

        foreach (var title in new[] { "Read", "Problems", "Registration", "Noticed", "Clusters with events", "Clusters without codes: 1" })
        {
            Assert.Contains($"\n{title}\n", page, StringComparison.Ordinal);
        }
    }
}
