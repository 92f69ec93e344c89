using System.Text.Json;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Publication.Statements;

namespace QofFhir.Tests.PublishedFiles;

public sealed class StatementJsonTests
{
    private static readonly Lazy<DefinitionLibrary> Library = new(() => DefinitionLibrary.Load(DefinitionLibrary.DefaultRoot));

    public static TheoryData<string> Frameworks => [.. Library.Value.Frameworks.Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void A_statement_from_kept_inputs_is_the_same_to_the_penny(string framework)
    {
        var inputs = Inputs(framework);
        var kept = StatementJson.Write(inputs);
        var again = StatementJson.Read(kept);
        Assert.Equal(kept, StatementJson.Write(again));
        var (first, second) = (Statement.Of(inputs), Statement.Of(again));
        Assert.NotNull(first.Achievement.Pounds.Value);
        Assert.Equal(Figures(first), Figures(second));
    }

    [Theory]
    [InlineData("""{"practice":"A81001"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public void What_is_no_statement_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => StatementJson.Read(json));

    [Fact]
    public void A_word_that_is_not_known_is_refused_and_not_passed_over() =>
        Assert.ThrowsAny<JsonException>(() => StatementJson.Read(StatementJson.Write(Inputs("qof-england-2026-27")).Replace("\"agreedPoints\"", "\"agredPoints\"", StringComparison.Ordinal)));

    private static IEnumerable<(string, decimal?, string?, bool, Certainty)> Figures(Statement statement) =>
    [
        .. statement.Groups.Concat(statement.Indicators).SelectMany(l => new[] { l.Points, l.Pounds, l.PointsLost, l.PoundsLost })
            .Append(statement.Achievement.Pounds).Append(statement.Lost).Append(statement.Aspiration!).Append(statement.Balance!)
            .Select(l => (l.Name, l.Value, l.Remark, l.Provisional, l.Certainty)),
    ];

    private static StatementInputs Inputs(string id)
    {
        var framework = Library.Value.Framework(id);
        var on = framework.Payment!.PrevalenceDay!.Value;
        return StatementInputs.Of(
            framework, "A81001", on,
            [.. framework.Reported.Select((i, n) => StatementIndicator.Of(i, new ReportedCounts(100 + n, 3, 7, 61) { Reasons = new Dictionary<AdjustmentReason, long> { [AdjustmentReason.DidNotRespond] = 7 } }, declared: n % 2 == 0))],
            framework.Payment.Groups.ToDictionary(g => g.Name, _ => new RegisterShare(3_333_331, 61_000_007, on)),
            new ListCount(9_973, framework.Payment.ListDay!.Value), 10_007) with
        {
            LastYear = new LastYearPayment(101_234.56m, 213.43m, ForItsList: true),
            AspirationPaid = 77_777.77m,
        };
    }
}
