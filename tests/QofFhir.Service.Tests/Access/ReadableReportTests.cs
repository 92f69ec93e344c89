using QofFhir.Service.Access;
using QofFhir.Service.Consents;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Access;

/// <summary>Who may read whose reports by name, whichever database the consents are in.</summary>
public abstract class ReadableReportTests
{
    private static readonly DateOnly Before = new(2026, 9, 30), After = new(2026, 10, 31);
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private protected abstract IDatabase Database { get; }

    [Fact]
    public void Who_reads_whom()
    {
        // P1 and P2 are in N1; P3 is in N2 and moves to N1 in October; P1 and P3 consent; P2 did once.
        var consents = new ConsentStore(Database);
        foreach (var (practice, network) in new[] { ("P1", true), ("P2", true), ("P3", true), ("P2", false) })
        {
            consents.Say(new Consent(practice, network, "client", Now));
        }

        var access = new ReportAccess(consents, Members);
        Assert.Equal("P1", Told(access, ReaderRole.Network, "N1", Before));
        Assert.Equal("P1 P3", Told(access, ReaderRole.Network, "N1", After));
        Assert.Equal("P3", Told(access, ReaderRole.Network, "N2", Before));
        Assert.Equal("", Told(access, ReaderRole.Network, "N2", After));
        Assert.Equal("", Told(access, ReaderRole.Network, "N9", After));
        Assert.Equal("P1", Told(access, ReaderRole.Practice, "P1", Before));
        Assert.Equal("P1 P3", Told(access, ReaderRole.Practice, "P1", After));
        Assert.Equal("P1 P2 P3", Told(access, ReaderRole.Practice, "P2", After));
        Assert.Equal("P9", Told(access, ReaderRole.Practice, "P9", After));
        Assert.True(access.Of(new Reader(ReaderRole.National, null, "c")).All);
        Assert.True(access.Of(new Reader(ReaderRole.Payer, null, "c")).Includes("P2", Before));
        Assert.False(access.Of(new Reader(ReaderRole.Network, "N1", "c")).Includes("P2", After));
    }

    [Fact]
    public void A_consent_counts_from_the_moment_it_is_said_and_a_region_has_many_practices()
    {
        var consents = new ConsentStore(Database);
        var region = Enumerable.Range(0, 7000).Select(i => $"R{i}").ToHashSet();
        var access = new ReportAccess(consents, (_, _) => region);
        var reader = new Reader(ReaderRole.Network, "Y60", "c");
        Assert.Empty(access.Of(reader).On(After));
        consents.Say(new Consent("R6999", true, "client", Now));
        Assert.Equal(["R6999"], access.Of(reader).On(After));
        consents.Say(new Consent("R6999", false, "client", Now));
        Assert.Empty(access.Of(reader).On(After));
    }

    private static string Told(ReportAccess access, ReaderRole role, string organisation, DateOnly on) =>
        string.Join(' ', access.Of(new Reader(role, organisation, "c")).On(on).Order(StringComparer.Ordinal));

    private static HashSet<string> Members(string organisation, DateOnly on) => (organisation, on >= new DateOnly(2026, 10, 1)) switch
    {
        ("N1" or "P1" or "P2", false) => ["P1", "P2"],
        ("N1" or "P1" or "P2" or "P3", true) => ["P1", "P2", "P3"],
        ("N2" or "P3", false) => ["P3"],
        _ => [],
    };
}
