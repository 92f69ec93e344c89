using System.Text.Json.Nodes;
using QofFhir.Extraction;

namespace QofFhir.Tests.Extraction.Bulk;

/// <summary>What a server says was deleted, in each shape that servers give it.</summary>
public sealed class DeletionTests
{
    private const string One = """{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"DELETE","url":"Condition/c-1"}}]}""";
    private const string Two = """{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"DELETE","url":"Condition/c-1"}},{"request":{"method":"DELETE","url":"Patient/p.2"}}]}""";

    [Theory]
    [InlineData("an address", """{"resourceType":"Bundle","entry":[{"request":{"method":"DELETE","url":"http://gp/r4/Condition/c-1"}}]}""" + "\n", "Condition/c-1")]
    [InlineData("a path", """{"resourceType":"Bundle","entry":[{"request":{"method":"DELETE","url":"/Condition/c-1"}}]}""" + "\n", "Condition/c-1")]
    [InlineData("beside the resource's address", """{"resourceType":"Bundle","entry":[{"fullUrl":"http://gp/Condition/c-1","request":{"url":"Condition/c-1","method":"DELETE"}}]}""" + "\n", "Condition/c-1")]
    [InlineData("several in a Bundle", Two + "\n", "Condition/c-1 Patient/p.2")]
    [InlineData("several Bundles", One + "\n" + Two + "\n", "Condition/c-1 Condition/c-1 Patient/p.2")]
    [InlineData("a Bundle of none", """{"resourceType":"Bundle","type":"transaction"}""" + "\n" + One + "\n", "Condition/c-1")]
    [InlineData("no last line end", One, "Condition/c-1")]
    [InlineData("blank lines and carriage returns", "\r\n" + One + "\r\n\r\n", "Condition/c-1")]
    [InlineData("after a byte order mark", "\uFEFF" + One + "\n", "Condition/c-1")]
    public async Task It_is_written_down(string shape, string file, string deleted)
    {
        Assert.NotEmpty(shape);
        await using var gp = (await BulkGp.Start()).With("Patient", "1", BulkGp.Resource("Patient", "a")).With("Bundle", "2", file, list: "deleted");
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients);
        Assert.Equal(deleted.Split(' '), await File.ReadAllLinesAsync(result.Deleted!));
        Assert.Empty(result.Missing);
    }

    [Fact]
    public async Task Several_files_without_a_type_are_all_read()
    {
        await using var gp = (await BulkGp.Start()).With("Patient", "1", BulkGp.Resource("Patient", "a"))
            .With(null, "2", One, list: "deleted").With(null, "3", One.Replace("c-1", "c-2", StringComparison.Ordinal), list: "deleted");
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients);
        Assert.Equal(["Condition/c-1", "Condition/c-2"], (await File.ReadAllLinesAsync(result.Deleted!)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","entry":[{"request":{"method":"DELETE","url":"Patient?identifier=x"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"request":{"method":"DELETE","url":"Patient/x/_history/2"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"request":{"method":"PUT","url":"Patient/x"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"fullUrl":"Patient/x"}]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":{"request":{"method":"DELETE","url":"Patient/x"}}}""")]
    [InlineData("""{"resourceType":"Patient","id":"x"}""")]
    [InlineData("[]")]
    [InlineData("not json")]
    public async Task What_cannot_be_read_is_not_lost_silently(string line)
    {
        await using var gp = (await BulkGp.Start()).With("Patient", "1", BulkGp.Resource("Patient", "a")).With("Bundle", "2", line, list: "deleted");
        using var run = new BulkRun();
        Assert.Equal([new MissingData(null, "what was deleted since is not told in a way that can be read")], (await run.Of(gp, BulkRun.Patients)).Missing);
    }

    [Fact]
    public async Task Deletions_of_all_pages_of_a_manifest_are_read()
    {
        await using var gp = (await BulkGp.Start()).With("Patient", "1", BulkGp.Resource("Patient", "a")).With("Bundle", "2", One, list: "deleted");
        gp.Files["3"] = System.Text.Encoding.UTF8.GetBytes(One.Replace("c-1", "c-2", StringComparison.Ordinal));
        gp.Manifest["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = "?page=2" });
        gp.StepIn = async context =>
        {
            var second = context.Request.Query["page"] == "2";
            if (second)
            {
                await BulkGp.Send(context, new JsonObject { ["deleted"] = new JsonArray(new JsonObject { ["type"] = "Bundle", ["url"] = "/files/3" }) });
            }

            return second;
        };
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients);
        Assert.Equal(["Condition/c-1", "Condition/c-2"], (await File.ReadAllLinesAsync(result.Deleted!)).Order(StringComparer.Ordinal));
    }
}
