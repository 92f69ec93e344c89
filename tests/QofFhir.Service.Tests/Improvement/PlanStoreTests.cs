using QofFhir.Core.Improvement;
using QofFhir.Core.Rules;
using QofFhir.Service.Improvement;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Improvement;

/// <summary>What the stores of plans and modules promise, whichever database they are in.</summary>
public abstract class PlanStoreTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly PlanKey Key = new("P99", "m", 2026);
    private static readonly ImprovementModule Module = new("m", "Module", [], [], [], [], null, new RuleSource("Ours", Certainty.Found), Local: true);
    private static readonly EntryKind Meetings = EntryKind.Find("meetings")!;

    private protected abstract IDatabase Database { get; }

    private PlanStore Plans => new(Database, TimeProvider.System);

    private LocalModuleStore Modules => new(Database, TimeProvider.System);

    private static PeerMeeting Meeting(string id, long version, int day, string learning = "") =>
        new(id, (int)version, new DateOnly(2026, 10, day), "U99", ["P99"], learning);

    [Fact]
    public void Many_who_write_at_once_lose_nothing_and_one_of_them_changes_an_entry()
    {
        Parallel.For(1, 25, i => Assert.IsType<PlanChange.Made>(Put($"m{i}", null, i)));
        var changed = new PlanChange[24];
        Parallel.For(0, 24, i => changed[i] = Put("m1", 1, 1, $"learning {i}"));

        Assert.Single(changed.OfType<PlanChange.Made>());
        Assert.All(changed.OfType<PlanChange.Overtaken>(), c => Assert.Equal(2, c.Now));
        var stored = Plans.Read(Key);
        Assert.Equal((24, 25), (stored.Plan.Meetings.Count, stored.Changes));
        Assert.Equal(25, Plans.History(Key).Count);
        Assert.Equal([Key], Plans.OfPractice("P99"));
    }

    [Fact]
    public void Two_who_declare_what_they_saw_make_one_declaration()
    {
        Put("m1", null, 1);
        var declared = new PlanChange[12];
        Parallel.For(0, declared.Length, i => declared[i] = new PlanEditing(Plans).Declare(Module, Key, 1, "Ann", Today));

        Assert.Single(declared.OfType<PlanChange.Made>());
        Assert.Equal([new DeclaredEntry("m1", 1)], Plans.Read(Key).Plan.Declaration!.Entries);
    }

    [Fact]
    public void What_is_refused_leaves_nothing_behind()
    {
        Assert.IsType<PlanChange.Refused>(new PlanEditing(Plans).Put(
            Module, Key, Meetings, "m1", null, version => Meeting("m1", version, 1) with { On = Today.AddDays(1) }, "Ann", Today));

        Assert.Empty(Plans.OfPractice("P99"));
        Assert.Empty(Plans.History(Key));
        Assert.Equal(0, Plans.Read(Key).Changes);
    }

    [Fact]
    public void An_entry_that_is_removed_keeps_its_history_and_counts_on_when_it_comes_again()
    {
        Put("m1", null, 1, "first");
        Assert.IsType<PlanChange.Made>(new PlanEditing(Plans).Remove(Module, Key, Meetings, "m1", 1, "Bob", Today));
        Assert.Empty(Plans.Read(Key).Plan.Meetings);
        Put("m1", null, 2, "second");

        Assert.Equal(3, Assert.Single(Plans.Read(Key).Plan.Meetings).Version);
        Assert.Equal([(3, 0, "Ann"), (2, 1, "Bob"), (1, 0, "Ann")], Plans.History(Key).Select(v => (v.Version, v.Removed, v.SaidBy)));
        Assert.Contains("first", Plans.History(Key)[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_module_the_latest_text_counts_and_the_same_again_is_no_version()
    {
        foreach (var (module, yaml) in new[] { ("b", "one"), ("a", "own"), ("b", "two"), ("b", "two") })
        {
            Modules.Put(module, yaml, "Ann");
        }

        Assert.Equal([("a", "own", 2L), ("b", "two", 3L)], Modules.Latest().Select(m => (m.Module, m.Yaml, m.Id)));
    }

    private PlanChange Put(string id, long? from, int day, string learning = "") =>
        new PlanEditing(Plans).Put(Module, Key, Meetings, id, from, version => Meeting(id, version, day, learning), "Ann", Today);
}
