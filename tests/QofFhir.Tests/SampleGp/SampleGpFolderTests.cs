using QofFhir.Core;
using QofFhir.SampleGp.Server;

namespace QofFhir.Tests.SampleGp;

public sealed class SampleGpFolderTests
{
    [Fact]
    public async Task A_bad_line_is_told_and_costs_no_other()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "mixed.ndjson"), string.Join('\n',
            """{"resourceType":"Patient","id":"a"}""",
            "{\"resourceType\":\"Patient\",",
            """{"id":"b"}""",
            """{"resourceType":"Patient"}""",
            "",
            """{"resourceType":"Patient","id":"a","gender":"male"}""",
            """["Patient"]""",
            """{"resourceType":"Patient","id":"e"} {}""",
            "{\"resourceType\":\"Condition\",\"id\":\"c\",\"code\":\"no concept\",\"subject\":7,\"component\":{},\"meta\":[]}\r",
            """{"resourceType":"Patient","id":"d"}"""));

        await using var server = await SampleGpServer.StartAsync(new SampleGpSettings(folder.Path));
        using var gp = new GpClient(server.BaseUrl);

        Assert.Equal(["a", "d"], await gp.Ids("Patient"));
        Assert.Equal(["c"], await gp.Ids("Condition"));
        Assert.Equal(
            [
                ("mixed.ndjson:2", ProblemKind.Unreadable), ("mixed.ndjson:3", ProblemKind.Required), ("mixed.ndjson:4", ProblemKind.Required),
                ("mixed.ndjson:6", ProblemKind.Duplicate), ("mixed.ndjson:7", ProblemKind.Unreadable), ("mixed.ndjson:8", ProblemKind.Unreadable),
            ],
            server.Problems.Select(p => (p.Where, p.Kind)));
    }

    [Fact]
    public async Task A_line_longer_than_any_buffer_is_served_whole()
    {
        using var folder = new TemporaryFolder();
        var line = $$"""{"resourceType":"Patient","id":"long","name":[{"text":"{{new string('x', 3_000_000)}}"}]}""";
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "long.ndjson"), """{"resourceType":"Patient","id":"first"}""" + "\n" + line + "\n");

        await using var server = await SampleGpServer.StartAsync(new SampleGpSettings(folder.Path));
        using var gp = new GpClient(server.BaseUrl);

        Assert.Equal(line, await (await gp.Get("Patient/long")).Content.ReadAsStringAsync());
        Assert.Equal(["first", "long"], await gp.Ids("Patient"));
    }

    [Fact]
    public async Task A_resource_that_does_not_say_when_it_changed_may_have_changed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "p.ndjson"), """
            {"resourceType":"Patient","id":"new","meta":{"lastUpdated":"2026-05-05T10:00:00+01:00"}}
            {"resourceType":"Patient","id":"old","meta":{"lastUpdated":"2026-05-04T23:30:00.123+01:00"}}
            {"resourceType":"Patient","id":"silent"}
            """);

        await using var server = await SampleGpServer.StartAsync(new SampleGpSettings(folder.Path));
        using var gp = new GpClient(server.BaseUrl);

        Assert.Equal(["new", "silent"], await gp.Ids("Patient?_lastUpdated=gt2026-05-05T08:59:59Z"));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_at_the_start() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => SampleGpServer.StartAsync(new SampleGpSettings("/nowhere/at/all")));

    [Fact]
    public async Task A_port_that_is_taken_is_said_at_the_start()
    {
        using var folder = new TemporaryFolder();
        await using var first = await SampleGpServer.StartAsync(new SampleGpSettings(folder.Path));

        await Assert.ThrowsAsync<IOException>(() => SampleGpServer.StartAsync(new SampleGpSettings(folder.Path, first.BaseUrl.Port)));
    }
}
