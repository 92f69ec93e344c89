using QofFhir.Core.Aggregation;

namespace QofFhir.Tests.Core.Aggregation;

/// <summary>Who belongs to whom, on the day before a change, on its day and after.</summary>
public sealed class GeographyTests
{
    private static readonly DateOnly April = new(2026, 4, 1);

    [Theory]
    [InlineData("2026-03-31", "U1: A B | U2: C | England: A B C")]
    [InlineData("2026-04-01", "U1: A | U2: B C | England: A B C")]
    [InlineData("2026-04-02", "U1: A | U2: B C | England: A B C")]
    public void A_practice_that_moves_is_in_the_new_network_from_the_day_of_the_mapping(string day, string expected)
    {
        var affiliations = Mapped((new(2025, 4, 1), "A-U1 B-U1 C-U2"), (April, "A-U1 B-U2 C-U2"));
        Assert.Equal(expected, Members(affiliations, [], day));
    }

    [Theory]
    [InlineData("2026-03-31", "U1: A B | U2: C | England: A B C")]
    [InlineData("2026-04-01", "U1: A | U2: C | England: A C")]
    public void A_practice_that_the_next_mapping_does_not_have_ends_the_day_before(string day, string expected)
    {
        var affiliations = Mapped((new(2025, 4, 1), "A-U1 B-U1 C-U2"), (April, "A-U1 C-U2"));
        Assert.Equal(expected, Members(affiliations, [], day));
    }

    [Theory]
    [InlineData("2025-03-31", "U1:  | U2:  | England: ")]
    [InlineData("2025-04-01", "U1: A | U2: C | England: A C")]
    public void Before_the_first_mapping_nobody_is_expected(string day, string expected) =>
        Assert.Equal(expected, Members(Mapped((new(2025, 4, 1), "A-U1 C-U2")), [], day));

    [Theory]
    [InlineData("2026-06-30", "U1: A B | U2: C | England: A B C")]
    [InlineData("2026-07-01", "U1: A | U2: C | England: A C")]
    [InlineData("2026-07-02", "U1: A | U2: C | England: A C")]
    public void In_a_merger_the_successor_alone_is_expected_from_the_day(string day, string expected) =>
        Assert.Equal(expected, Members(Mapped((new(2025, 4, 1), "A-U1 B-U1 C-U2")), [new("B", "A", new(2026, 7, 1))], day));

    [Theory]
    [InlineData("2026-06-30", "U1: A | U2: C | England: A C")]
    [InlineData("2026-07-01", "U1: A B | U2: C | England: A B C")]
    public void In_a_split_the_part_that_leaves_stands_where_the_whole_stood(string day, string expected) =>
        Assert.Equal(expected, Members(Mapped((new(2025, 4, 1), "A-U1 C-U2")), [new("A", "A", new(2026, 7, 1)), new("A", "B", new(2026, 7, 1))], day));

    [Theory]
    [InlineData("2026-06-30", "U1: A | U2: C | England: A C")]
    [InlineData("2026-07-01", "U1: B | U2: C | England: B C")]
    [InlineData("2026-10-01", "U1:  | U2: B C | England: B C")]
    public void A_successor_stands_in_the_place_of_a_closed_practice_until_a_mapping_says_where(string day, string expected) =>
        Assert.Equal(expected, Members(Mapped((new(2025, 4, 1), "A-U1 C-U2"), (new(2026, 10, 1), "B-U2 C-U2")), [new("A", "B", new(2026, 7, 1))], day));

    [Fact]
    public void Successors_of_successors_are_followed()
    {
        Succession[] chain = [new("A", "B", new(2026, 5, 1)), new("B", "C", new(2026, 6, 1))];
        var affiliations = Mapped((new(2025, 4, 1), "A-U1"));
        Assert.Equal("U1: A | U2:  | England: A", Members(affiliations, chain, "2026-04-30"));
        Assert.Equal("U1: B | U2:  | England: B", Members(affiliations, chain, "2026-05-31"));
        Assert.Equal("U1: C | U2:  | England: C", Members(affiliations, chain, "2026-06-01"));
    }

    [Fact]
    public void Totals_reconcile_over_a_split_a_merger_and_a_move()
    {
        // Ten patients a practice; who gives patients away takes them along.
        var affiliations = Mapped((new(2025, 4, 1), "A-U1 B-U1 C-U2"), (new(2026, 9, 1), "A-U1 C-U1 D-U2"));
        Succession[] successions = [new("B", "A", new(2026, 6, 1)), new("C", "C", new(2026, 8, 1)), new("C", "D", new(2026, 8, 1))];
        var geography = new Geography(Organisations, affiliations, successions);
        var lists = new Dictionary<string, Func<DateOnly, int>>
        {
            ["A"] = day => day < new DateOnly(2026, 6, 1) ? 10 : 20,
            ["B"] = _ => 10,
            ["C"] = day => day < new DateOnly(2026, 8, 1) ? 10 : 4,
            ["D"] = _ => 6,
        };
        for (var day = new DateOnly(2026, 5, 1); day < new DateOnly(2026, 11, 1); day = day.AddDays(1))
        {
            var on = geography.On(day);
            Assert.Equal(30, on.Practices("England").Sum(p => lists[p](day)));
            Assert.Equal(on.Practices("England"), on.Practices("U1").Union(on.Practices("U2")).ToHashSet());
            Assert.Empty(on.Practices("U1").Intersect(on.Practices("U2")));
        }
    }

    [Fact]
    public void A_network_over_the_border_of_two_sub_ICBs_puts_no_practice_into_both()
    {
        var affiliations = Mapped((April, "A-U1 B-U1 A-S1 B-S2 S1-I1 S2-I1 I1-England"));
        var day = new Geography(Organisations, affiliations, []).On(April);
        Assert.Equal(["A"], day.Practices("S1"));
        Assert.Equal(["B"], day.Practices("S2"));
        Assert.Equal(["A", "B"], day.Practices("I1"));
        Assert.Equal(["S1", "S2", "I1", "England"], day.Ancestors("U1").Select(o => o.Code));
        Assert.Null(day.Ancestor("U1", OrganisationKind.SubIcb));
        Assert.Equal("I1", day.Ancestor("U1", OrganisationKind.Icb)!.Code);
        Assert.Equal(["U1", "S1", "I1", "England"], day.Ancestors("A").Select(o => o.Code));
    }

    [Fact]
    public void Mappings_end_in_the_same_affiliations_in_whatever_order_they_come_and_say_each_day_what_they_said()
    {
        var random = new Random(11);
        for (var round = 0; round < 100; round++)
        {
            var mappings = Enumerable.Range(0, random.Next(1, 6)).Select(_ => April.AddDays(random.Next(40))).Distinct()
                .Select(from => (from, string.Join(' ', "A B C D".Split(' ').Where(_ => random.Next(4) > 0).Select(p => $"{p}-U{random.Next(1, 3)}")))).ToArray();
            var inOrder = Mapped([.. mappings.OrderBy(m => m.from)]);
            random.Shuffle(mappings);
            Assert.Equal(inOrder, Mapped([.. mappings, mappings[random.Next(mappings.Length)]]));
            for (var day = April.AddDays(-1); day < April.AddDays(45); day = day.AddDays(1))
            {
                var said = mappings.Where(m => m.from <= day).OrderBy(m => m.from).Select(m => m.Item2).LastOrDefault() ?? "";
                Assert.Equal(Pairs(said).Order(), inOrder.Where(a => a.On(day)).Select(a => (a.Child, a.Parent)).Order());
            }
        }
    }

    private static readonly Organisation[] Organisations =
    [
        .. "A B C D".Split(' ').Select(c => new Organisation(c, OrganisationKind.Practice, c)),
        .. "U1 U2".Split(' ').Select(c => new Organisation(c, OrganisationKind.Pcn, c)),
        .. "S1 S2".Split(' ').Select(c => new Organisation(c, OrganisationKind.SubIcb, c)),
        new("I1", OrganisationKind.Icb, "I1"),
        new("England", OrganisationKind.Country, "England"),
    ];

    private static IReadOnlyList<Affiliation> Mapped(params (DateOnly From, string Pairs)[] mappings)
    {
        IReadOnlyList<Affiliation> affiliations = [];
        var days = new HashSet<DateOnly>();
        foreach (var (from, pairs) in mappings)
        {
            affiliations = new Mapping(from, Pairs(pairs)).Over(affiliations, days);
            days.Add(from);
        }

        return affiliations;
    }

    private static (string, string)[] Pairs(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(p =>
    {
        var (child, parent) = (p.Split('-')[0], p.Split('-')[1]);
        return parent[0] == 'U' ? [(child, parent), (child, "England")] : new[] { (child, parent) };
    }).Distinct()];

    private static string Members(IReadOnlyList<Affiliation> affiliations, IReadOnlyList<Succession> successions, string day)
    {
        var on = new Geography(Organisations, affiliations, successions).On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        return string.Join(" | ", new[] { "U1", "U2", "England" }.Select(o => $"{o}: {string.Join(' ', on.Practices(o))}"));
    }
}
