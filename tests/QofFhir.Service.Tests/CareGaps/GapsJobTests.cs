using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using QofFhir.Service.CareGaps;

namespace QofFhir.Service.Tests.CareGaps;

/// <summary>Gaps of a whole list: worked out apart, fetched by who asked alone, gone when told or in time, done again after a stop.</summary>
public sealed class GapsJobTests : IAsyncLifetime
{
    private const string Asked = GapsReading.Year + "&status=open-gap";

    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-gaps-").FullName;
    private TestService _service = null!;

    private string Jobs => Path.Combine(_folder, "patients", "care-gaps");

    public async Task InitializeAsync()
    {
        _service = await TestService.Start(_folder);
        await _service.Ended((string)(await _service.Json("/runs"))["runs"]![0]!["id"]!);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_whole_life_of_a_job()
    {
        using var begun = await _service.Ask(Asked);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        var at = begun.Content.Headers.ContentLocation!.ToString();
        Assert.StartsWith(_service.Http.BaseAddress + "fhir/care-gaps/", at, StringComparison.Ordinal);

        var manifest = await _service.Finished(at);
        Assert.True((bool)manifest["requiresAccessToken"]!);
        Assert.EndsWith(Asked, (string)manifest["request"]!, StringComparison.Ordinal);
        Assert.NotNull((string?)manifest["transactionTime"]);
        var bundles = await _service.Bundles(manifest);
        Assert.NotEmpty(bundles);
        using var last = await _service.Ask(at);
        Assert.Equal(_service.Clock.Now.AddHours(24), last.Content.Headers.Expires);

        using var request = new HttpRequestMessage(HttpMethod.Get, (string)manifest["output"]![0]!["url"]!);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _service.Key);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var packed = await _service.Http.SendAsync(request);
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        using var lines = new StreamReader(new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        Assert.Equal(bundles.Length, (await lines.ReadToEndAsync()).Count(c => c == '\n'));

        // Of one patient it is the same Bundle as at once.
        using var alone = await _service.Ask($"{Asked}&subject=Patient/{bundles[0].Patient()}", prefer: "respond-async; wait=10");
        Assert.Equal(HttpStatusCode.Accepted, alone.StatusCode);
        var one = await _service.Bundles(await _service.Finished(alone.Content.Headers.ContentLocation!.ToString()));
        Assert.Equal([bundles[0].ToJsonString()], one.Select(b => b.ToJsonString()));

        Assert.Equal(HttpStatusCode.Accepted, (await _service.Send(HttpMethod.Delete, at, _service.Key)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Ask(at)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Ask(at + "/bundles.ndjson")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Send(HttpMethod.Delete, at, _service.Key)).StatusCode);
        Assert.Single(Directory.GetDirectories(Jobs));
    }

    [Fact]
    public async Task Files_are_open_to_their_owner_alone_and_gone_when_they_expire()
    {
        var manifest = await _service.Manifest(Asked);
        var file = (string)manifest["output"]![0]!["url"]!;
        var folder = Assert.Single(Directory.GetDirectories(Jobs));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var made in new[] { folder, Jobs })
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(made));
            }

            foreach (var written in Directory.GetFiles(folder))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(written));
            }
        }

        _service.Clock.Now += TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.OK, (await _service.Ask(file)).StatusCode);
        _service.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Ask(file)).StatusCode);
        _service.Service<GapsJobs>().Sweep();
        Assert.Empty(Directory.GetDirectories(Jobs));
    }

    [Fact]
    public async Task Another_client_sees_nothing_of_it()
    {
        var jobs = _service.Service<GapsJobs>();
        var job = jobs.Add("another", "", new GapsQuestion(TestService.Ods, null, ["DM020"], [], true))!;
        foreach (var address in new[] { $"/fhir/care-gaps/{job.Id}", $"/fhir/care-gaps/{job.Id}/bundles.ndjson" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _service.Ask(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _service.Send(HttpMethod.Delete, $"/fhir/care-gaps/{job.Id}", _service.Key)).StatusCode);
        Assert.True(jobs.Has(job.Id));
    }

    [Fact]
    public async Task One_asker_cannot_take_all_the_room()
    {
        var jobs = _service.Service<GapsJobs>();
        using var first = await _service.Ask(Asked);
        var id = first.Content.Headers.ContentLocation!.ToString().Split('/')[^1];
        var asker = (string)JsonNode.Parse(File.ReadAllText(jobs.FileOf(id, "job.json")))!["Asker"]!;
        while (jobs.Add(asker, "", new GapsQuestion(TestService.Ods, null, [], [], true)) is not null)
        {
        }

        using var refused = await _service.Ask(Asked);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.NotNull(jobs.Add("another", "", new GapsQuestion(TestService.Ods, null, [], [], true)));
    }

    [Fact]
    public async Task After_a_stop_in_the_middle_it_is_done_again_under_the_same_id()
    {
        var key = _service.Key;
        var before = await _service.Bundles(await _service.Manifest(Asked));
        var jobs = _service.Service<GapsJobs>();
        var done = Assert.Single(Directory.GetDirectories(Jobs));
        var state = JsonNode.Parse(File.ReadAllText(Path.Combine(done, "job.json")))!.AsObject();

        // As a process leaves it that is killed while it writes: begun, and not ended.
        await _service.DisposeAsync();
        state["EndedAt"] = null;
        state["Bundles"] = 0;
        File.WriteAllText(Path.Combine(done, "job.json"), state.ToJsonString());
        File.WriteAllText(Path.Combine(done, "bundles.ndjson"), "{\"resourceType\":\"Bun");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Jobs, "half")).FullName, "job.json.new"), "{");

        _service = await TestService.Start(_folder);
        var after = await _service.Bundles(await _service.Finished("/fhir/care-gaps/" + (string)state["Id"]!, key), key);
        Assert.Equal(before.Select(b => b.Patient()), after.Select(b => b.Patient()));
        Assert.Equal(before.SelectMany(b => b.Gaps()), after.SelectMany(b => b.Gaps()));
        Assert.Equal([done], Directory.GetDirectories(Jobs));
    }

    [Fact]
    public async Task A_job_whose_records_are_gone_says_so()
    {
        var jobs = _service.Service<GapsJobs>();
        var work = _service.Service<GapsWork>();
        using var begun = await _service.Ask(Asked);
        var at = begun.Content.Headers.ContentLocation!.ToString();
        await _service.Finished(at);
        File.Delete(Path.Combine(_folder, "records", TestService.Ods + ".qofrec"));

        var state = JsonNode.Parse(File.ReadAllText(jobs.FileOf(at.Split('/')[^1], "job.json")))!;
        var lost = jobs.Add((string)state["Asker"]!, "", new GapsQuestion(TestService.Ods, null, ["DM020"], [], true))!;
        work.Begin(lost);
        using var answer = await Ended(lost.Id);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("its next run brings them", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var refused = await _service.Ask(Asked + "&subject=Patient/case-dm020-dmmax");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
    }

    private async Task<HttpResponseMessage> Ended(string id)
    {
        for (var look = 0; look < 600; look++)
        {
            var answer = await _service.Ask("/fhir/care-gaps/" + id);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(50);
        }

        throw new TimeoutException("The job did not end in time.");
    }
}
