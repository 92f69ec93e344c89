using System.Text.Json.Nodes;

namespace QofFhir.Tests.Cli;

/// <summary><c>qof payment again</c>: a kept statement must give itself.</summary>
public sealed class StatementAgainTests
{
    [Fact]
    public void A_kept_statement_gives_itself_without_any_definitions()
    {
        using var practice = Kept();
        Directory.Delete(practice.At("defs"), recursive: true);

        var ran = Again(practice);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("A99999, tiny-2026-27, 30 November 2026: 20 points, £22,200.00 (provisional). The same to the penny.\n", ran.Output);
    }

    [Fact]
    public void A_changed_penny_is_noticed()
    {
        using var practice = Kept();
        Change(practice, d => d["outcome"]!["groups"]![0]!["pounds"]!["value"] = 21_000.01m);

        var ran = Again(practice);

        Assert.Equal(8, ran.Code);
        Assert.Contains("Sickness, pounds: kept as 21000.01 (provisional), worked out anew it is 21000.00 (provisional)", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_points_that_can_be_earned_are_noticed()
    {
        using var practice = Kept();
        Change(practice, d => d["outcome"]!["groups"]![0]!["available"] = 12);

        var ran = Again(practice);

        Assert.Equal(8, ran.Code);
        Assert.Contains("Sickness, points available: kept as 12, worked out anew it is 21", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", "Another title")]
    [InlineData("rules", "51.3")]
    public void A_changed_input_is_noticed_even_where_no_sum_follows_it(string name, string value)
    {
        using var practice = Kept();
        Change(practice, d => d["inputs"]![name] = value);

        var ran = Again(practice);

        Assert.Equal(8, ran.Code);
        Assert.Contains("the inputs are not those that were kept", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("worked out anew", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_count_is_noticed_twice()
    {
        using var practice = Kept();
        Change(practice, d => d["inputs"]!["indicators"]![1]!["counts"]!["numerator"] = 3);

        var ran = Again(practice);

        Assert.Equal(8, ran.Code);
        Assert.Contains("the inputs are not those that were kept", ran.Error, StringComparison.Ordinal);
        Assert.Contains("achievement payment: kept as 22200.00 (provisional), worked out anew it is ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_was_taken_out_is_noticed()
    {
        using var practice = Kept();
        Change(practice, d => d["outcome"]!["groups"]!.AsArray().RemoveAt(1));

        Assert.Contains("Quality, pounds: kept as not known", Again(practice).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Blanks_between_the_inputs_change_nothing()
    {
        using var practice = Kept();
        practice.Write("statement/statement.json", JsonNode.Parse(practice.Read("statement/statement.json"))!.ToJsonString());

        Assert.Equal(0, Again(practice).Code);
    }

    [Fact]
    public void Inputs_that_do_not_go_together_are_told_as_changed()
    {
        using var practice = Kept();
        Change(practice, d => d["inputs"]!["year"]!["groups"]!.AsArray().RemoveAt(1));
        Assert.Equal(8, Again(practice).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"inputs\":{}}")]
    public void What_is_no_statement_is_refused(string text)
    {
        using var practice = new PaidPractice();
        practice.Write("statement/statement.json", text);

        var ran = Again(practice);

        Assert.Equal(3, ran.Code);
        Assert.Contains("it is no statement", ran.Error, StringComparison.Ordinal);
    }

    private static PaidPractice Kept()
    {
        var practice = new PaidPractice();
        practice.Statement("--out", practice.Out);
        return practice;
    }

    private static Ran Again(PaidPractice practice) => Ran.Qof("payment", "again", practice.At("statement/statement.json"));

    private static void Change(PaidPractice practice, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(practice.Read("statement/statement.json"))!;
        change(document);
        practice.Write("statement/statement.json", document.ToJsonString());
    }
}
