using System.Text;
using QofFhir.Fhir.Writing;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>What an aggregator gives back, before validators that nobody here wrote.</summary>
public sealed class StoredResourceTests
{
    private static readonly DateTimeOffset Received = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reports_given_back_under_their_id_and_version_pass_and_so_does_where_they_come_from()
    {
        var practice = HandMadePractice.Result();
        var resources = new List<string>();
        foreach (var result in practice.Indicators.Where(i => MeasureReportWriter.Reports(i.Indicator)))
        {
            var sent = Encoding.UTF8.GetBytes(HandMadePractice.Write(o => new MeasureReportWriter(new()).WriteSummary(o, practice, result, HandMadePractice.ComputedAt)));
            resources.Add(HandMadePractice.Write(o => MeasureWriter.Write(o, practice.Framework, result.Indicator)));
            resources.Add(HandMadePractice.Write(o => StoredResourceWriter.Write(o, sent, "abc", 3, Received)));
        }

        resources.Add(HandMadePractice.Write(o => StoredResourceWriter.WriteProvenance(o, "abc-3", Received, "MeasureReport/abc/_history/3", "the client")));
        var told = """{"resourceType":"Provenance","id":"x","target":[{"reference":"urn:uuid:1"}],"recorded":"2026-11-22T00:00:00Z","agent":[{"who":{"display":"GP system"}}]}"""u8.ToArray();
        resources.Add(HandMadePractice.Write(o => StoredResourceWriter.WriteProvenance(o, told, "def", Received, "MeasureReport/abc/_history/3")));
        var (exit, output) = Validators.Validate(resources);
        Assert.True(output.Trim() == $"{resources.Count} resources, 0 faults", output);
        Assert.Equal(0, exit);
        Assert.Contains("\"id\":\"abc\",\"meta\":{\"versionId\":\"3\",\"lastUpdated\":\"2026-11-22T03:00:00Z\",\"profile\":", resources[1], StringComparison.Ordinal);
        Assert.Contains("\"target\":[{\"reference\":\"MeasureReport/abc/_history/3\"}],\"recorded\":\"2026-11-22T00:00:00Z\"", resources[^1], StringComparison.Ordinal);
    }
}
