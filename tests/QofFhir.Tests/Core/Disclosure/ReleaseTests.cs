using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;
using Practices = System.Collections.Generic.IReadOnlySet<string>;

namespace QofFhir.Tests.Core.Disclosure;

/// <summary>What the public sees of counts, and that nobody works out the small ones.</summary>
public sealed class ReleaseTests
{
    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(1, "small", "5")]
    [InlineData(7, "small", "5")]
    [InlineData(8, "10", "10")]
    [InlineData(12, "10", "10")]
    [InlineData(13, "15", "15")]
    [InlineData(100_002, "100000", "100000")]
    [InlineData(100_003, "100005", "100005")]
    public void Zero_is_shown_one_to_seven_is_hidden_and_the_rest_goes_to_the_nearest_five(long count, string suppressed, string asFive)
    {
        Assert.Equal(suppressed, Shown(Alone(DisclosurePolicy.Suppress, count)));
        Assert.Equal(asFive, Shown(Alone(DisclosurePolicy.ShowAsFive, count)));
    }

    [Fact]
    public void The_share_is_that_of_the_shown_counts_and_absent_where_one_is_hidden()
    {
        Assert.Equal(new Proportion(65, 80), One(new ReportedCounts(102, 11, 9, 63)).Achievement);
        Assert.Null(One(new ReportedCounts(102, 3, 9, 63)).Achievement);
        Assert.Null(One(new ReportedCounts(0, 0, 0, 0)).Achievement);
    }

    [Fact]
    public void A_small_count_that_the_total_would_give_away_is_protected()
    {
        // 20 and 10 are shown: between 18 and 22 less between 8 and 12 leaves 6 and 7 of 1 to 7.
        PracticeReport[] reports = [Register("A", 7), Register("B", 12)];
        (string, Practices)[] whole = [("PCN", new HashSet<string> { "A", "B" })];
        var release = Released(DisclosurePolicy.Suppress, false, reports, whole);
        Assert.Contains(release, r => r.Population.Kind == ReleasedKind.Withheld);
        Assert.True(Attacker.Possible(release, ["A", "B"], whole, false)[("A", 0)].Count >= 3);
    }

    [Fact]
    public void Nothing_is_withheld_where_rounding_is_enough()
    {
        PracticeReport[] reports = [Register("A", 4), Register("B", 100)];
        var release = Released(DisclosurePolicy.Suppress, false, reports, [("PCN", new HashSet<string> { "A", "B" })]);
        Assert.Equal([("A", ReleasedKind.Small), ("B", ReleasedKind.Rounded), ("PCN", ReleasedKind.Rounded)], release.Select(r => (r.Organisation, r.Population.Kind)));
    }

    [Theory]
    [InlineData(DisclosurePolicy.Suppress)]
    [InlineData(DisclosurePolicy.ShowAsFive)]
    public void Whoever_tries_every_register_behind_a_release_is_left_with_three_values_for_each_small_count(DisclosurePolicy policy)
    {
        var random = new Random(11);
        for (var round = 0; round < 150; round++)
        {
            PracticeReport[] reports = [.. "ABCDE".Take(random.Next(1, 6)).Select(c => Register($"{c}", random.Next(3) == 0 ? 0 : random.Next(1, 16)))];
            Attack(policy, false, reports, Wholes(reports, random), random);
        }
    }

    [Theory]
    [InlineData(DisclosurePolicy.Suppress)]
    [InlineData(DisclosurePolicy.ShowAsFive)]
    public void Whoever_tries_every_indicator_behind_a_release_is_left_with_three_values_for_each_small_count(DisclosurePolicy policy)
    {
        var random = new Random(12);
        for (var round = 0; round < 60; round++)
        {
            PracticeReport[] reports = [.. "AB".Take(random.Next(1, 3)).Select(c => new PracticeReport($"{c}", Counts(random)))];
            Attack(policy, true, reports, Wholes(reports, random), random);
        }
    }

    [Fact]
    public void The_order_of_reports_and_wholes_changes_nothing()
    {
        var random = new Random(13);
        PracticeReport[] reports = [.. Enumerable.Range(0, 40).Select(i => new PracticeReport($"P{i:00}", new ReportedCounts(40, 0, 0, 0) with { Numerator = random.Next(41) }))];
        (string, Practices)[] wholes = [.. Enumerable.Range(0, 8).Select(w => ($"W{w}", (Practices)reports.Skip(w * 5).Take(5).Select(r => r.Practice).ToHashSet()))];
        var one = Released(DisclosurePolicy.Suppress, true, reports, wholes);
        var other = Released(DisclosurePolicy.Suppress, true, [.. reports.Reverse()], [.. wholes.Reverse()]);
        Assert.Equal(one.OrderBy(r => r.Organisation), other.OrderBy(r => r.Organisation));
    }

    private static void Attack(DisclosurePolicy policy, bool parted, PracticeReport[] reports, (string Organisation, Practices Practices)[] wholes, Random random)
    {
        var release = Released(policy, parted, [.. reports.OrderBy(_ => random.Next())], wholes);
        var possible = Attacker.Possible(release, [.. reports.Select(r => r.Practice)], wholes, parted);
        foreach (var (organisation, practices) in reports.Select(r => (r.Practice, (Practices)new HashSet<string> { r.Practice })).Concat(wholes))
        {
            var counts = ReportedCounts.Sum(reports.Where(r => practices.Contains(r.Practice)).Select(r => r.Counts));
            long[] kinds = [counts.Population, counts.Exclusions, counts.Adjusted, counts.Numerator, counts.Denominator - counts.Numerator];
            for (var kind = 0; kind < (parted ? 5 : 1); kind++)
            {
                Assert.Contains(kinds[kind], possible[(organisation, kind)]);
                Assert.True(
                    kinds[kind] is 0 or > 7 || possible[(organisation, kind)].Count >= 3,
                    $"{organisation} {kind}: {kinds[kind]} of {string.Join(", ", possible[(organisation, kind)])} in {string.Join(" | ", release)}");
            }
        }
    }

    private static (string Organisation, Practices Practices)[] Wholes(PracticeReport[] reports, Random random)
    {
        // Two networks, one of them perhaps empty, and everything together.
        var first = reports.Where(_ => random.Next(2) == 0).Select(r => r.Practice).ToHashSet();
        return
        [
            ("first", first), ("second", reports.Select(r => r.Practice).Except(first).ToHashSet()), ("all", reports.Select(r => r.Practice).ToHashSet()),
        ];
    }

    private static ReportedCounts Counts(Random random)
    {
        long Some() => random.Next(3) switch { 0 => 0, 1 => random.Next(1, 8), _ => random.Next(8, 14) };
        var (exclusions, adjusted, numerator) = (random.Next(2) * Some(), random.Next(2) * Some(), Some());
        return new ReportedCounts(exclusions + adjusted + numerator + Some(), exclusions, adjusted, numerator);
    }

    private static IReadOnlyList<ReleasedCounts> Released(
        DisclosurePolicy policy, bool parted, PracticeReport[] reports, (string Organisation, Practices Practices)[] wholes) =>
        Release.Of(policy, [new IndicatorReports(parted, reports)], wholes, () => false).Single();

    private static PracticeReport Register(string practice, long size) => new(practice, new ReportedCounts(size, 0, 0, 0));

    private static ReleasedCounts One(ReportedCounts counts) =>
        Released(DisclosurePolicy.Suppress, true, [new PracticeReport("A", counts)], []).Single();

    private static ReleasedCount Alone(DisclosurePolicy policy, long count) =>
        Released(policy, false, [Register("A", count)], []).Single().Population;

    private static string Shown(ReleasedCount count) => count.Shown?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "small";
}
