using System.Net;
using QofFhir.SampleGp.Server.Bulk;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Tests.SampleGp.Bulk;

/// <summary>Kick-off, polling and manifest gone wrong.</summary>
public sealed class BulkFaultTests : IAsyncLifetime
{
    private SmallPractice _gp = null!;

    private BulkClient Bulk => _gp.Bulk;

    public async Task InitializeAsync() => _gp = await SmallPractice.Start();

    public async Task DisposeAsync() => await _gp.DisposeAsync();

    [Theory]
    [InlineData(400)]
    [InlineData(405)]
    public async Task A_kick_off_by_POST_may_be_refused(int status)
    {
        _gp.Faults.Plan = new() { RefusePost = status };

        await GpClient.Refused((HttpStatusCode)status, await Bulk.Post("Patient/$export"));
        Assert.Equal(HttpStatusCode.Accepted, (await Bulk.KickOff()).StatusCode);
    }

    [Fact]
    public async Task A_second_export_may_have_to_wait_for_the_first()
    {
        _gp.Faults.Plan = new() { OneExportAtOnce = true, RetryAfterSeconds = 3 };
        var status = BulkClient.StatusUrl(await Bulk.KickOff());

        var refused = await Bulk.KickOff();
        await GpClient.Refused(HttpStatusCode.TooManyRequests, refused);
        Assert.Equal(TimeSpan.FromSeconds(3), refused.Headers.RetryAfter?.Delta);
        await Bulk.Manifest(status);
        Assert.Equal(HttpStatusCode.Accepted, (await Bulk.KickOff()).StatusCode);
    }

    [Fact]
    public async Task Polls_may_be_refused_in_three_ways_before_they_are_answered()
    {
        _gp.Faults.Plan = new() { PollTooMany = 1, PollUnavailable = 1, PollTransient = 1, RetryAfterSeconds = 2, RetryAfterAsDate = true };
        var status = BulkClient.StatusUrl(await Bulk.KickOff());

        var first = await Bulk.Get(status);
        await GpClient.Refused(HttpStatusCode.TooManyRequests, first);
        Assert.NotNull(first.Headers.RetryAfter?.Date);
        await GpClient.Refused(HttpStatusCode.ServiceUnavailable, await Bulk.Get(status));
        var third = await Bulk.Get(status);
        Assert.Equal(HttpStatusCode.InternalServerError, third.StatusCode);
        Assert.Equal("transient", (await GpClient.Parsed(third)).GetProperty("issue")[0].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await Bulk.Get(status)).StatusCode);
    }

    [Fact]
    public async Task An_export_may_never_end()
    {
        _gp.Faults.Plan = new() { NeverEnds = true };
        var status = BulkClient.StatusUrl(await Bulk.KickOff());

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await Bulk.Get(status)).StatusCode);
        }
    }

    [Fact]
    public async Task Progress_may_stay_below_the_end_although_the_manifest_is_there()
    {
        _gp.Faults.Plan = new() { ProgressStaysAt = 97 };

        var done = await Bulk.Get(BulkClient.StatusUrl(await Bulk.KickOff()));

        Assert.Equal((HttpStatusCode.OK, "97%"), (done.StatusCode, done.Headers.GetValues("X-Progress").Single()));
    }

    [Fact]
    public async Task An_export_may_fail()
    {
        _gp.Faults.Plan = new() { ExportFails = true };

        var failed = await Bulk.Get(BulkClient.StatusUrl(await Bulk.KickOff()));

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal("exception", (await GpClient.Parsed(failed)).GetProperty("issue")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_type_may_have_failed_and_another_may_come_with_a_warning()
    {
        _gp.Faults.Plan = new() { ErrorsFor = ["Observation"], WarningsFor = ["Patient"] };

        var manifest = await Bulk.Manifest();
        var outcomes = await Bulk.Resources(manifest, "error");

        Assert.Equal(["error", "warning"], outcomes.Select(o => o.GetProperty("issue")[0].GetProperty("severity").GetString()));
        Assert.All(BulkClient.Rows(manifest, "error"), r => Assert.Equal("OperationOutcome", r.GetProperty("type").GetString()));
        Assert.Equal(["c1", "org", "p1", "p2", "p3"], await Bulk.Ids(manifest));
    }

    [Fact]
    public async Task Every_second_file_of_a_type_may_have_failed()
    {
        _gp.Faults.Plan = new() { ResourcesPerFile = 1, FilesFailFor = ["Observation"] };

        var manifest = await Bulk.Manifest("Patient/$export?_type=Patient,Observation");

        Assert.Equal(["p1", "p1-bp", "p2", "p2-bp", "p3", "p3-bp"], await Bulk.Ids(manifest));
        foreach (var url in BulkClient.Urls(manifest, "error"))
        {
            var outcome = await Bulk.Text(url);
            Assert.DoesNotContain('\n', outcome);
            Assert.Contains("\"expression\":[\"Observation\"]", outcome, StringComparison.Ordinal);
        }

        _gp.Faults.Plan = new() { ErrorsFor = ["Observation"], OutcomesNameNoType = true };
        var nameless = await Bulk.Resources(await Bulk.Manifest(), "error");
        Assert.False(nameless.Single().GetProperty("issue")[0].TryGetProperty("expression", out _));
    }

    [Fact]
    public async Task A_time_may_be_cut_to_its_day()
    {
        var since = Uri.EscapeDataString(_gp.Records.Put("""{"resourceType":"Patient","id":"late"}""").AddSeconds(1).ToString("O"));
        Assert.Empty(await Bulk.Ids("Patient/$export?_type=Observation,Patient&_since=" + since));

        _gp.Faults.Plan = new() { SinceWholeDay = true };
        Assert.Equal(["late"], await Bulk.Ids("Patient/$export?_type=Observation,Patient&_since=" + since));
    }

    [Fact]
    public async Task A_file_may_hold_less_than_the_manifest_counts()
    {
        _gp.Faults.Plan = new() { LinesMissing = 2 };

        var manifest = await Bulk.Manifest("Patient/$export?_type=Patient");

        Assert.Equal(3, BulkClient.Rows(manifest, "output").Single().GetProperty("count").GetInt32());
        Assert.Equal(["p1"], await Bulk.Ids(manifest));
    }

    [Fact]
    public async Task There_may_be_many_tiny_files_that_repeat_each_other()
    {
        _gp.Faults.Plan = new() { ResourcesPerFile = 1 };
        Assert.Equal(6, BulkClient.Urls(await Bulk.Manifest("Patient/$export?_type=Observation")).Count);

        _gp.Faults.Plan = new() { ResourcesPerFile = 2, DuplicateAcrossFiles = true };
        var manifest = await Bulk.Manifest("Patient/$export?_type=Observation");
        Assert.Equal([2, 3, 3], BulkClient.Rows(manifest, "output").Select(r => r.GetProperty("count").GetInt32()));
        Assert.Equal(["p1-bp", "p1-hb", "p1-hb", "p2-bp", "p2-hb", "p2-hb", "p3-bp", "p3-hb"], await Bulk.Ids(manifest));
    }

    [Fact]
    public async Task A_type_filter_and_a_time_may_be_ignored()
    {
        const string Query = "Patient/$export?_type=Observation&_typeFilter=Observation%3Fcode%3Dhb&_since=2027-01-01T00:00:00Z";
        Assert.Empty(await Bulk.Ids(Query));

        _gp.Faults.Plan = new() { IgnoreSince = true };
        Assert.Equal(3, (await Bulk.Ids(Query)).Count);
        _gp.Faults.Plan = new() { IgnoreSince = true, IgnoreTypeFilter = true };
        Assert.Equal(6, (await Bulk.Ids(Query)).Count);
    }

    [Fact]
    public async Task Deletions_may_be_left_out()
    {
        var since = Uri.EscapeDataString(_gp.Records.Delete("Observation", "p1-hb").ToString("O"));
        Assert.Equal(["Observation/p1-hb"], await Bulk.Deleted(await Bulk.Manifest("Patient/$export?_since=" + since)));

        _gp.Faults.Plan = new() { LeaveOutDeleted = true };
        Assert.Empty(BulkClient.Rows(await Bulk.Manifest("Patient/$export?_since=" + since), "deleted"));
    }

    [Fact]
    public async Task A_group_with_a_time_may_give_patients_alone()
    {
        _gp.Faults.Plan = new() { GroupSincePatientsOnly = true };

        Assert.Equal(["p1", "p2", "p3"], await Bulk.Ids("Group/practice/$export?_since=2020-01-01T00:00:00Z"));
        Assert.Equal(11, (await Bulk.Ids("Group/practice/$export")).Count);
    }

    [Fact]
    public async Task Later_exports_may_be_empty()
    {
        _gp.Faults.Plan = new() { LaterExportsEmpty = true };

        Assert.NotEmpty(await Bulk.Ids("Patient/$export"));
        Assert.Empty(BulkClient.Rows(await Bulk.Manifest(), "output"));
    }

    [Fact]
    public async Task The_next_page_of_a_manifest_may_be_on_another_origin()
    {
        await using var gp = await SmallPractice.Start(new BulkSettings { Polls = 0, FilesPerManifest = 1 });
        gp.Faults.Plan = new SampleGpFaultPlan { NextManifestElsewhere = true };

        var next = GpClient.Link(await gp.Bulk.Manifest("Patient/$export?allowPartialManifests=true"), "next")!;

        Assert.Equal("localhost", new Uri(next).Host);
        Assert.NotEmpty(await gp.Bulk.Ids(await gp.Bulk.Manifest(next)));
    }
}
