using Dapper;
using QofFhir.Service.Reports;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Cds.Switches;

/// <summary>Which prompts are switched off, for all processes on one database. Nothing is about a patient.</summary>
internal sealed class SwitchStore(IDatabase database, TimeProvider clock)
{
    public const string Schema = """
        CREATE TABLE prompt_switch (name TEXT PRIMARY KEY, reason TEXT NOT NULL, by_whom TEXT NOT NULL, since TEXT NOT NULL);

        """;

    /// <summary>So long a process may go on with a prompt that another switched off.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private volatile Read _last = new(DateTimeOffset.MinValue, [], new Dictionary<string, string>());

    /// <summary>Reasons by name.</summary>
    public IReadOnlyDictionary<string, string> Off => Latest().ByName;

    public IReadOnlyList<PromptSwitch> All => Latest().Switches;

    public void Turn(string name, string reason, string by)
    {
        var row = new { name, reason, by, since = StoredReport.Moment(clock.GetUtcNow()) };
        database.Write((connection, transaction) => connection.Execute(
            "INSERT INTO prompt_switch VALUES (@name, @reason, @by, @since) ON CONFLICT (name) DO UPDATE SET reason = excluded.reason, by_whom = excluded.by_whom, since = excluded.since",
            row, transaction));
        _last = Asked();
    }

    /// <returns>False when it was not off.</returns>
    public bool Back(string name)
    {
        var rows = 0;
        database.Write((connection, transaction) => rows = connection.Execute("DELETE FROM prompt_switch WHERE name = @name", new { name }, transaction));
        _last = Asked();
        return rows > 0;
    }

    private Read Latest()
    {
        var last = _last;
        return clock.GetUtcNow() - last.At < Kept ? last : _last = Asked();
    }

    private Read Asked()
    {
        var all = database.Read(connection => connection.Query<PromptSwitch>("SELECT name AS Name, reason AS Reason, by_whom AS By, since AS Since FROM prompt_switch ORDER BY name").ToList());
        return new Read(clock.GetUtcNow(), all, all.ToDictionary(s => s.Name, s => s.Reason, StringComparer.Ordinal));
    }

    private sealed record Read(DateTimeOffset At, IReadOnlyList<PromptSwitch> Switches, IReadOnlyDictionary<string, string> ByName);
}
