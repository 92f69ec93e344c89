using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using QofFhir.Definitions;
using QofFhir.Service.Storage;
using QofFhir.Service.Tests.Access;

namespace QofFhir.Service.Tests.Payments;

public sealed class SqlitePaymentTests(AggregatorService aggregator) : PaymentTests(aggregator)
{
    private readonly AggregatorService _aggregator = aggregator;

    private protected override string[] Store => [];

    [Fact]
    public async Task A_statement_is_worked_out_to_the_same_penny_after_its_framework_has_changed()
    {
        using var definitions = new TemporaryFolder();
        Copy(DefinitionLibrary.DefaultRoot, definitions.Path);
        await using var ledger = await new Ledger(await _aggregator.Start($"QofFhir:Definitions={definitions.Path}"), _aggregator).Filled();
        await ledger.Run();
        var before = await ledger.Statement("A81001", 1);

        var file = Path.Combine(definitions.Path, "frameworks", "qof-england-2026-27.yaml");
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains("point-value: { value: 227.95", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace("point-value: { value: 227.95", "point-value: { value: 300", StringComparison.Ordinal).Replace("value: 10349", "value: 9999", StringComparison.Ordinal));
        await using var later = await TestService.Start(
            ledger.Service.Folder, "QofFhir:Roles:0=aggregator", $"QofFhir:Definitions={definitions.Path}");
        JsonNode again = await later.Json("/payments/A81001/statements/1/again", ledger.Service.Key);
        Assert.True((bool)again["equal"]!, again.ToJsonString());
        Assert.Equal((decimal)before["pounds"]!, (decimal)again["again"]!["pounds"]!);

        // The definitions did change: what is made now differs.
        using var made = await later.Send(HttpMethod.Post, "/payments/runs", ledger.Service.Key, new { framework = Ledger.Framework, achievementDate = Ledger.Day });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.NotEqual((decimal)before["pounds"]!, (decimal)(await later.Json("/payments/A81001/statements/2", ledger.Service.Key))["pounds"]!);
        Assert.False((bool)(await later.Json("/payments/A81001/statements/2", ledger.Service.Key))["outdated"]!);
    }

    [Fact]
    public async Task The_database_refuses_to_change_what_was_stated()
    {
        await using var ledger = await new Ledger(await _aggregator.Start(), _aggregator).Filled();
        await ledger.Run();
        await ledger.Step(1, "declare", ledger.Practice);
        foreach (var sql in new[] { "UPDATE payment_statement SET pounds = '1'", "DELETE FROM payment_statement", "DELETE FROM payment_step", "UPDATE payment_run SET pounds = '1'" })
        {
            Assert.Contains("only added to", Assert.ThrowsAny<System.Data.Common.DbException>(() => ledger.Service.Service<IDatabase>().Write((c, t) => c.Execute(sql, null, t))).Message, StringComparison.Ordinal);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in new[] { "frameworks", "rulesets", "valuesets", "care" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(from, f), "*", SearchOption.AllDirectories)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
