using System.Net;

namespace QofFhir.Tests.SampleGp.Bulk;

/// <summary>Files of an export gone wrong.</summary>
public sealed class FileFaultTests : IAsyncLifetime
{
    private SmallPractice _gp = null!;

    private BulkClient Bulk => _gp.Bulk;

    public async Task InitializeAsync() => _gp = await SmallPractice.Start();

    public async Task DisposeAsync() => await _gp.DisposeAsync();

    [Fact]
    public async Task Files_may_be_on_another_origin_and_what_came_there_is_told()
    {
        _gp.Faults.Plan = new() { FilesElsewhere = true };
        var url = await FileUrl();
        Assert.Equal("localhost", new Uri(url).Host);

        Bulk.Token = "secret";
        await Bulk.Text(url);
        await Bulk.Get(url, withToken: false);

        var there = _gp.Faults.Received.Where(r => r.Origin.StartsWith("http://localhost:", StringComparison.Ordinal)).ToList();
        Assert.Equal([true, false], there.Select(r => r.HasToken));
        Assert.DoesNotContain("secret", string.Concat(_gp.Faults.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_may_redirect_to_another_origin_that_wants_no_token()
    {
        _gp.Faults.Plan = new() { FilesRedirect = true, BearerToken = "t" };
        Bulk.Token = "t";
        var moved = await Bulk.Get(await FileUrl());

        Assert.Equal(HttpStatusCode.TemporaryRedirect, moved.StatusCode);
        Assert.Equal("localhost", moved.Headers.Location?.Host);
        Assert.Equal(HttpStatusCode.OK, (await Bulk.Get(moved.Headers.Location!.ToString(), withToken: false)).StatusCode);
    }

    [Fact]
    public async Task Files_may_refuse_a_token()
    {
        _gp.Faults.Plan = new() { FilesRefuseToken = true, BearerToken = "t" };
        Bulk.Token = "t";
        var manifest = await Bulk.Manifest();
        var url = BulkClient.Urls(manifest)[0];

        Assert.False(manifest.GetProperty("requiresAccessToken").GetBoolean());
        await GpClient.Refused(HttpStatusCode.BadRequest, await Bulk.Get(url));
        Assert.True(_gp.Faults.Received[^1].HasToken);
        Assert.Equal(HttpStatusCode.OK, (await Bulk.Get(url, withToken: false)).StatusCode);
        Assert.False(_gp.Faults.Received[^1].HasToken);
    }

    [Fact]
    public async Task Files_that_need_the_token_say_so_and_refuse_without()
    {
        _gp.Faults.Plan = new() { BearerToken = "t" };
        Bulk.Token = "t";
        var manifest = await Bulk.Manifest();

        Assert.True(manifest.GetProperty("requiresAccessToken").GetBoolean());
        await GpClient.Refused(HttpStatusCode.Unauthorized, await Bulk.Get(BulkClient.Urls(manifest)[0], withToken: false));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task File_URLs_may_end_until_the_manifest_is_fetched_again(int status)
    {
        _gp.Faults.Plan = new() { FilesExpireAfter = 1, ExpiredStatus = status };
        var poll = BulkClient.StatusUrl(await Bulk.KickOff());
        var first = BulkClient.Urls(await Bulk.Manifest(poll));

        await Bulk.Text(first[0]);
        await GpClient.Refused((HttpStatusCode)status, await Bulk.Get(first[1]));
        var second = BulkClient.Urls(await Bulk.Manifest(poll));
        await GpClient.Refused((HttpStatusCode)status, await Bulk.Get(first[1]));
        await Bulk.Text(second[1]);
    }

    [Fact]
    public async Task A_file_may_break_off_and_be_taken_up_again_where_ranges_are_known()
    {
        var whole = await Bulk.Text(await FileUrl());
        _gp.Faults.Plan = new() { FileBreaks = 1, FileBreaksAfter = 100 };
        var url = await FileUrl();

        await Assert.ThrowsAsync<HttpRequestException>(() => Bulk.Get(url));
        var rest = await Bulk.Get(url, "bytes=100-");
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(whole[100..], await rest.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Ranges_may_be_unknown()
    {
        _gp.Faults.Plan = new() { NoRanges = true };
        var url = await FileUrl();

        var whole = await Bulk.Get(url, "bytes=100-");

        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Equal(["none"], whole.Headers.AcceptRanges);
        Assert.Equal(await Bulk.Text(url), await whole.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Lines_may_end_in_other_ways()
    {
        var lines = (await Bulk.Text(await FileUrl())).TrimEnd('\n').Split('\n');

        _gp.Faults.Plan = new() { NoLastNewline = true };
        Assert.Equal(string.Join('\n', lines), await Bulk.Text(await FileUrl()));
        _gp.Faults.Plan = new() { BlankLines = true };
        Assert.Equal(string.Concat(lines.Select(l => l + "\n\n")), await Bulk.Text(await FileUrl()));
        _gp.Faults.Plan = new() { CarriageReturns = true };
        Assert.Equal(string.Concat(lines.Select(l => l + "\r\n")), await Bulk.Text(await FileUrl()));
        _gp.Faults.Plan = new() { CarriageReturns = true, BlankLines = true, NoLastNewline = true };
        Assert.Equal(string.Join("\r\n\r\n", lines), await Bulk.Text(await FileUrl()));
        _gp.Faults.Plan = new() { ByteOrderMark = true };
        var marked = await Bulk.Get(await FileUrl());
        Assert.Equal("\uFEFF" + string.Concat(lines.Select(l => l + "\n")), System.Text.Encoding.UTF8.GetString(await marked.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task Files_may_be_refused_for_a_while()
    {
        _gp.Faults.Plan = new() { FileTooMany = 1, FileBadGateway = 1, RetryAfterSeconds = 2 };
        var url = await FileUrl();

        var first = await Bulk.Get(url);
        await GpClient.Refused(HttpStatusCode.TooManyRequests, first);
        Assert.Equal(TimeSpan.FromSeconds(2), first.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.BadGateway, (await Bulk.Get(url)).StatusCode);
        Assert.NotEmpty(await Bulk.Text(url));
    }

    [Fact]
    public async Task Files_may_leave_slowly()
    {
        var url = await FileUrl();
        var length = (await Bulk.Text(url)).Length;
        _gp.Faults.Plan = new() { BytesPerSecond = length * 4 };
        var started = TimeProvider.System.GetTimestamp();

        await Bulk.Text(url);

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.FromMilliseconds(120), TimeSpan.FromSeconds(5));
    }

    private async Task<string> FileUrl() => BulkClient.Urls(await Bulk.Manifest("Patient/$export?_type=Observation"))[0];
}
