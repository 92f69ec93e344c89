using QofFhir.Extraction;

namespace QofFhir.Tests.Extraction.Bulk;

/// <summary>An export in thousands of tiny files, from a server that has enough of them at times.</summary>
public sealed class ManyFilesTests
{
    private const int Files = 3_000;

    [Fact]
    public async Task Thousands_of_tiny_files_come_whole_although_many_are_refused_at_first()
    {
        await using var gp = await BulkGp.Start();
        for (var i = 0; i < Files; i++)
        {
            gp.With("Patient", $"{i}", string.Concat(Enumerable.Range(i * 3, 3).Select(n => BulkGp.Resource("Patient", $"p{n}"))), 3);
        }

        var refused = new HashSet<int>();
        gp.StepIn = context =>
        {
            var busy = int.TryParse(context.Request.Path.Value!.Replace("/files/", "", StringComparison.Ordinal), out var file) && (file % 7 == 0 || file % 11 == 0) && First(file);
            context.Response.StatusCode = !busy ? 200 : file % 7 == 0 ? 429 : 502;
            context.Response.Headers.RetryAfter = busy && file % 7 == 0 ? "5" : default;
            return Task.FromResult(busy);
        };
        using var run = new BulkRun { Settings = new ExtractionSettings { Retries = 1 } };
        var result = await run.Of(gp, BulkRun.Patients);
        Assert.Equal(Files * 3, result.Counts["Patient"]);
        Assert.Equal(Enumerable.Range(0, Files * 3).Select(n => $"p{n}").Order(StringComparer.Ordinal), run.Ids("Patient"));
        Assert.Empty(result.Missing);
        Assert.Equal(Files + refused.Count, gp.Asked("GET /files/"));
        Assert.Equal(refused.Count(f => f % 7 == 0), run.Clock.Waits.Count(w => w == TimeSpan.FromSeconds(5)));

        bool First(int file)
        {
            lock (refused)
            {
                return refused.Add(file);
            }
        }
    }
}
