using QofFhir.Extraction;

namespace QofFhir.Tests.Extraction.Cache;

/// <summary>Servers that give records only for one patient at a time.</summary>
public sealed class PatientCrawlTests : IAsyncLifetime
{
    private readonly CacheSetting _run = new() { Mode = ExtractionMode.Search };
    private ChangingPractice _practice = null!;

    public async Task InitializeAsync() => _practice = await ChangingPractice.Start(1);

    public async Task DisposeAsync()
    {
        await _practice.DisposeAsync();
        _run.Dispose();
    }

    [Fact]
    public async Task Everything_comes_patient_by_patient_and_is_told()
    {
        using var whole = await _run.Run(_practice.Server);
        _practice.Server.Faults.Plan = new() { SearchByPatientOnly = true };
        using var crawled = await _run.Run(_practice.Server, full: true);
        Assert.Equal(CacheSetting.Lines(whole.Records, IsNoIssue), CacheSetting.Lines(crawled.Records, IsNoIssue));
        Assert.Equal(CacheSetting.Outcomes(whole.Records.Inputs), CacheSetting.Outcomes(crawled.Records.Inputs));
        Assert.Contains(crawled.NotHonoured, n => n.StartsWith("Observation: the server lists this type for one patient at a time", StringComparison.Ordinal));
        var asked = _practice.Server.Faults.Received.Select(r => r.Target).ToList();
        Assert.DoesNotContain(asked, u => u.Contains("Patient%2F", StringComparison.Ordinal) || u.Contains("case-", StringComparison.Ordinal));

        // Issues are fetched by code and medicine where that is possible, and all of them here.
        static bool IsNoIssue(string type) => type != "MedicationRequest";
    }

    [Fact]
    public async Task Changes_are_right_where_only_patients_can_be_asked_for()
    {
        _practice.Server.Faults.Plan = new() { SearchByPatientOnly = true };
        (await _run.Run(_practice.Server)).Dispose();
        for (var i = 0; i < 30; i++)
        {
            _practice.Happen(deletions: false);
        }

        using var updated = await _run.Run(_practice.Server);
        Assert.False(updated.Full);
        Assert.Equal(await _run.OutcomesOfAll(_practice.Server), CacheSetting.Outcomes(updated.Records.Inputs));
    }

    public static TheoryData<string> Messages => ["Condition", "EpisodeOfCare"];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_server_that_takes_neither_ends_the_extraction(string type)
    {
        await using var gp = await TestGp.Start();
        gp.With("Patient", "p1").With("Patient", "p2");
        gp.StepIn = async context =>
        {
            var refuse = context.Request.Path.Value!.StartsWith("/r4/" + type, StringComparison.Ordinal);
            if (refuse)
            {
                context.Response.StatusCode = 400;
                await gp.Send(context, TestGp.Outcome("error", "not-supported"));
            }

            return refuse;
        };
        using var run = new ExtractionRun();
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, new TypeQuery("Patient"), new TypeQuery(type)));
        Assert.Contains("refuses to list this type", fault.Message, StringComparison.Ordinal);
        Assert.Equal(type == "Condition" ? 2 : 1, gp.Asked($"POST {type}/_search"));
    }
}
