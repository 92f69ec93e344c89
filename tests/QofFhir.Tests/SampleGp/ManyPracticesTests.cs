using System.Globalization;
using System.Net;
using System.Text;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.Tests.SampleGp.Bulk;

namespace QofFhir.Tests.SampleGp;

public sealed class ManyPracticesTests
{
    [Fact]
    public async Task A_practice_with_a_name_has_the_same_records_and_links_of_its_own()
    {
        await using var gp = await SmallPractice.Start();
        using var client = new GpClient(gp.Server.PracticeUrl("A81001"));
        using var bulk = new BulkClient(gp.Server.PracticeUrl("A81001"));

        var pages = await client.Pages("Observation?_count=4");
        Assert.Equal(6, pages.Sum(p => GpClient.IdsOf(p).Count));
        Assert.Contains("/practices/A81001/fhir/Observation?", GpClient.Link(pages[0], "next"), StringComparison.Ordinal);
        var manifest = await bulk.Manifest();
        Assert.All(BulkClient.Urls(manifest), u => Assert.Contains("/practices/A81001/fhir/$export-files/", u, StringComparison.Ordinal));
        Assert.Equal(11, (await bulk.Ids(manifest)).Count);
        Assert.Equal(0, gp.Faults.Requests);
    }

    [Fact]
    public async Task Each_practice_has_its_own_faults_also_over_HTTP()
    {
        await using var gp = await SmallPractice.Start(s => s with { FaultsOverHttp = true });
        using var sick = new GpClient(gp.Server.PracticeUrl("SICK"));
        using var well = new GpClient(gp.Server.PracticeUrl("WELL"));
        gp.Server.FaultsOf("SICK").Plan = new() { Off = true };

        await Assert.ThrowsAsync<HttpRequestException>(() => sick.Get("Patient"));
        Assert.Equal(HttpStatusCode.OK, (await well.Get("Patient")).StatusCode);

        using var plan = new StringContent("""{"unavailable":1}""", Encoding.UTF8, "application/json");
        await sick.Http.PostAsync(new Uri(gp.Server.BaseUrl, "/practices/SICK/faults"), plan);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sick.Get("Patient")).StatusCode);
        var seen = await sick.Http.GetStringAsync(new Uri(gp.Server.BaseUrl, "/practices/SICK/faults/requests"));
        Assert.Contains("\"target\":\"/practices/SICK/fhir/Patient\"", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_other_signs_is_no_practice()
    {
        await using var gp = await SmallPractice.Start();
        using var client = new GpClient(gp.Server.BaseUrl);

        await GpClient.Refused(HttpStatusCode.NotFound, await client.Http.GetAsync(new Uri(gp.Server.BaseUrl, "/practices/a.b/fhir/metadata")));
    }

    [Fact]
    public async Task Five_hundred_practices_export_at_once_and_cost_nearly_nothing()
    {
        await using var server = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { Bulk = new() { Polls = 0 } });
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await Parallel.ForAsync(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            using var bulk = new BulkClient(server.PracticeUrl("A" + i.ToString("00000", CultureInfo.InvariantCulture)));
            var manifest = await bulk.Manifest("Patient/$export?_type=Patient");
            Assert.Equal(400, (await bulk.Text(BulkClient.Urls(manifest).Single())).Count('\n'.Equals));
        });

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 30_000_000);
        Assert.Equal(3, server.FaultsOf("A00499").Requests);
    }
}
