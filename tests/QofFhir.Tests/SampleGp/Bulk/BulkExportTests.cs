using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Bulk;

namespace QofFhir.Tests.SampleGp.Bulk;

public sealed class BulkExportTests
{
    private static readonly string[] Everything = ["c1", "org", "p1", "p1-bp", "p1-hb", "p2", "p2-bp", "p2-hb", "p3", "p3-bp", "p3-hb"];

    [Theory]
    [InlineData("$export")]
    [InlineData("Patient/$export")]
    [InlineData("Group/practice/$export")]
    public async Task Each_level_gives_every_resource_once(string path)
    {
        await using var gp = await SmallPractice.Start();

        Assert.Equal(Everything, await gp.Bulk.Ids(path));
    }

    [Fact]
    public async Task The_sample_practice_comes_out_as_its_files_are()
    {
        await using var server = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { Bulk = new() { Polls = 0, ResourcesPerFile = 500 } });
        using var bulk = new BulkClient(server.BaseUrl);
        var manifest = await bulk.Manifest("$export");

        var lines = new List<string>();
        foreach (var url in BulkClient.Urls(manifest))
        {
            lines.AddRange((await bulk.Text(url)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.Equal(Directory.GetFiles(SamplePractice.Folder, "*.ndjson").SelectMany(File.ReadLines).Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
        Assert.Equal(lines.Count, BulkClient.Rows(manifest, "output").Sum(r => r.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Polling_tells_progress_and_patience_until_the_manifest_is_there()
    {
        await using var gp = await SmallPractice.Start(new BulkSettings { Polls = 2, RetryAfterSeconds = 4 });
        var status = BulkClient.StatusUrl(await gp.Bulk.KickOff());

        var first = await gp.Bulk.Get(status);
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal("33%", first.Headers.GetValues("X-Progress").Single());
        Assert.Equal(TimeSpan.FromSeconds(4), first.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.Accepted, (await gp.Bulk.Get(status)).StatusCode);
        Assert.Equal(Everything, await gp.Bulk.Ids(await gp.Bulk.Manifest(status)));
    }

    [Fact]
    public async Task The_manifest_of_version_3_has_its_request_and_both_lists()
    {
        await using var gp = await SmallPractice.Start();
        var manifest = await gp.Bulk.Manifest("Patient/$export?_type=Patient");

        Assert.EndsWith("/fhir/Patient/$export?_type=Patient", manifest.GetProperty("request").GetString(), StringComparison.Ordinal);
        Assert.False(manifest.GetProperty("requiresAccessToken").GetBoolean());
        Assert.Equal(("Patient", 3), (manifest.GetProperty("output")[0].GetProperty("type").GetString(), manifest.GetProperty("output")[0].GetProperty("count").GetInt32()));
        Assert.Equal(0, manifest.GetProperty("error").GetArrayLength());
        Assert.Equal(System.Text.Json.JsonValueKind.Object, manifest.GetProperty("extension").ValueKind);
    }

    [Fact]
    public async Task Version_4_takes_POST_alone_without_lists_and_has_another_manifest()
    {
        await using var gp = await SmallPractice.Start(new BulkSettings { Version = 4, Polls = 0 });
        gp.Faults.Plan = new() { WarningsFor = ["Observation"] };

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await gp.Bulk.KickOff()).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await gp.Bulk.Post("Patient/$export", ("_type", "Patient,Observation"))).StatusCode);
        var manifest = await gp.Bulk.Manifest(await gp.Bulk.Post("Patient/$export", ("_type", "Patient"), ("_type", "Observation")));

        Assert.Equal(9, (await gp.Bulk.Resources(manifest)).Count);
        Assert.False(manifest.TryGetProperty("request", out _));
        Assert.False(manifest.TryGetProperty("error", out _));
        Assert.Equal("warning", manifest.GetProperty("outcome")[0].GetProperty("countSeverity")[0].GetProperty("code").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Array, manifest.GetProperty("extension").ValueKind);
    }

    [Theory]
    [InlineData("_type=Patient", "p1 p2 p3")]
    [InlineData("_type=Condition,Patient", "c1 p1 p2 p3")]
    [InlineData("_type=Observation&_typeFilter=Observation%3Fcode%3Durn%3As%7Chb", "p1-hb p2-hb p3-hb")]
    [InlineData("_type=Observation&_typeFilter=Observation%3Fcode%3Ain%3Dhttps%3A%2F%2Fexample.org%2FValueSet%2Fpressure%26patient%3Dp2", "p2-bp")]
    [InlineData("_type=Observation&_typeFilter=Observation%3Fdate%3Dge2026-05-15", "p1-hb p2-hb p3-hb")]
    [InlineData("_type=Observation&_typeFilter=Observation%3Fpatient%3Dp1%2Cp2%26code%3Dhb,Observation%3Fpatient%3Dp3", "p1-hb p2-hb p3-bp p3-hb")]
    [InlineData("_type=Patient&_typeFilter=Observation%3Fcode%3Dhb", "p1 p2 p3")]
    [InlineData("_type=Condition,Observation&_since=2026-01-15T00:00:00Z", "p1-hb p2-hb p3-hb")]
    [InlineData("_type=Patient&_since=2026-01-01T00:00:00Z", "p1 p2 p3")]
    public async Task Parameters_narrow_the_export(string query, string ids)
    {
        await using var gp = await SmallPractice.Start();

        Assert.Equal(ids.Split(' '), await gp.Bulk.Ids("Patient/$export?" + query));
    }

    [Fact]
    public async Task Patients_may_be_named_by_POST_and_only_members_count()
    {
        await using var gp = await SmallPractice.Start();
        gp.Records.Leave("practice", "p2");

        Assert.Equal(["p1", "p1-bp", "p1-hb"], await gp.Bulk.Ids(await gp.Bulk.Post("Group/practice/$export", ("patient", "Patient/p1"), ("patient", "Patient/p2"), ("_type", "Patient,Observation"))));
        Assert.Equal(HttpStatusCode.BadRequest, (await gp.Bulk.Post("$export", ("patient", "Patient/p1"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await gp.Bulk.KickOff("Patient/$export?patient=p1")).StatusCode);
    }

    [Theory]
    [InlineData("Observation.value,Observation.subject,Patient.id", "id meta resourceType subject valueQuantity", "id meta resourceType")]
    [InlineData("birthDate", "id meta resourceType", "birthDate id meta resourceType")]
    public async Task Elements_cut_resources_down_and_tag_them(string elements, string ofObservation, string ofPatient)
    {
        await using var gp = await SmallPractice.Start();
        var resources = await gp.Bulk.Resources(await gp.Bulk.Manifest("Patient/$export?_type=Patient,Observation&_elements=" + elements));

        Assert.Equal(ofObservation, Names("p1-hb"));
        Assert.Equal(ofPatient, Names("p1"));
        Assert.All(resources, r => Assert.Equal("SUBSETTED", r.GetProperty("meta").GetProperty("tag")[0].GetProperty("code").GetString()));

        string Names(string id) => string.Join(' ', resources.Single(r => r.GetProperty("id").GetString() == id).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Patient/$export?_type=Spaceship")]
    [InlineData("Patient/$export?_since=yesterday")]
    [InlineData("Patient/$export?_outputFormat=text/csv")]
    [InlineData("Patient/$export?_typeFilter=Observation%3F_count%3D3")]
    [InlineData("Patient/$export?_typeFilter=Observation%3Fcode%3Ain%3Durn%3Aunknown")]
    [InlineData("Patient/$export?nonsense=1")]
    public async Task What_cannot_be_exported_is_refused_and_what_is_unknown_is_let_pass_by_leniency(string path)
    {
        await using var gp = await SmallPractice.Start();

        await GpClient.Refused(HttpStatusCode.BadRequest, await gp.Bulk.KickOff(path));
        var forgivable = path.Contains("Spaceship", StringComparison.Ordinal) || path.Contains("nonsense", StringComparison.Ordinal);
        Assert.Equal(forgivable ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest, (await gp.Bulk.KickOff(path, "respond-async, handling=lenient")).StatusCode);
    }

    [Fact]
    public async Task A_kick_off_must_want_an_answer_later_and_a_group_that_is()
    {
        await using var gp = await SmallPractice.Start();

        await GpClient.Refused(HttpStatusCode.BadRequest, await gp.Bulk.KickOff(prefer: "handling=lenient"));
        await GpClient.Refused(HttpStatusCode.NotFound, await gp.Bulk.KickOff("Group/nobody/$export"));
    }

    [Fact]
    public async Task A_manifest_comes_in_pages_where_the_client_allows_it()
    {
        await using var gp = await SmallPractice.Start(new BulkSettings { Polls = 0, ResourcesPerFile = 1, FilesPerManifest = 4 });
        Assert.Equal(Everything.Length, BulkClient.Urls(await gp.Bulk.Manifest()).Count);

        var (ids, pages) = (new List<string>(), 0);
        var next = BulkClient.StatusUrl(await gp.Bulk.KickOff("Patient/$export?allowPartialManifests=true"));
        for (; next is not null; pages++)
        {
            var page = await gp.Bulk.Manifest(next);
            ids.AddRange(await gp.Bulk.Ids(page));
            next = page.TryGetProperty("link", out _) ? GpClient.Link(page, "next") : null;
        }

        Assert.Equal(3, pages);
        Assert.Equal(Everything, ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_is_given_in_parts_that_make_the_whole()
    {
        await using var gp = await SmallPractice.Start();
        var url = BulkClient.Urls(await gp.Bulk.Manifest("Patient/$export?_type=Observation"))[0];
        var whole = await gp.Bulk.Get(url);
        var text = await whole.Content.ReadAsStringAsync();

        var head = await gp.Bulk.Get(url, "bytes=0-99");
        var tail = await gp.Bulk.Get(url, "bytes=100-");

        Assert.Equal((HttpStatusCode.PartialContent, 100), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal($"bytes 100-{text.Length - 1}/{text.Length}", tail.Content.Headers.ContentRange?.ToString());
        Assert.Equal(text, await head.Content.ReadAsStringAsync() + await tail.Content.ReadAsStringAsync());
        Assert.Equal(whole.Headers.ETag, tail.Headers.ETag);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await gp.Bulk.Get(url, $"bytes={text.Length}-")).StatusCode);

        var changed = await gp.Bulk.Send(HttpMethod.Get, url, r => (r.Headers.Range, r.Headers.IfRange) = (new RangeHeaderValue(100, null), new RangeConditionHeaderValue("\"another\"")));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_file_is_compressed_where_asked()
    {
        await using var gp = await SmallPractice.Start();
        var url = BulkClient.Urls(await gp.Bulk.Manifest())[0];
        var zipped = await gp.Bulk.Send(HttpMethod.Get, url, r => r.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip")));

        Assert.Equal(["gzip"], zipped.Content.Headers.ContentEncoding);
        using var unzipped = new StreamReader(new GZipStream(await zipped.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        Assert.Equal(await gp.Bulk.Text(url), await unzipped.ReadToEndAsync());
    }

    [Fact]
    public async Task A_deleted_export_is_gone_with_its_files()
    {
        await using var gp = await SmallPractice.Start();
        var status = BulkClient.StatusUrl(await gp.Bulk.KickOff());
        var file = BulkClient.Urls(await gp.Bulk.Manifest(status))[0];

        Assert.Equal(HttpStatusCode.Accepted, (await gp.Bulk.Send(HttpMethod.Delete, status)).StatusCode);

        await GpClient.Refused(HttpStatusCode.NotFound, await gp.Bulk.Get(status));
        await GpClient.Refused(HttpStatusCode.NotFound, await gp.Bulk.Get(file));
        await GpClient.Refused(HttpStatusCode.NotFound, await gp.Bulk.Send(HttpMethod.Delete, status));
    }

    [Fact]
    public async Task The_capability_statement_names_the_operations_and_their_version()
    {
        await using var gp = await SmallPractice.Start(new BulkSettings { Version = 4 });
        using var client = new GpClient(gp.Server.BaseUrl);
        var rest = (await client.Json("metadata")).GetProperty("rest")[0];

        Assert.EndsWith("/export|4.0.0", rest.GetProperty("operation")[0].GetProperty("definition").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["Group", "Patient"],
            rest.GetProperty("resource").EnumerateArray().Where(r => r.TryGetProperty("operation", out _)).Select(r => r.GetProperty("type").GetString()));
    }
}
