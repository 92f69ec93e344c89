namespace QofFhir.Cli.Peers;

/// <summary>The practices that one is held against.</summary>
/// <param name="Level">As it is typed elsewhere, such as <c>pcn</c>; <c>all</c> for every practice of the files.</param>
/// <param name="Code">ODS code; null for all.</param>
/// <param name="Practices">Null: every practice.</param>
internal sealed record PeerGroup(string Level, string? Code, string? Name, IReadOnlySet<string>? Practices)
{
    public static readonly PeerGroup All = new("all", null, null, null);

    public bool Holds(string practice) => Practices is null || Practices.Contains(practice);
}
