using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Tests.Extraction.Cache;

/// <summary>When changes alone are fetched, when everything, and what becomes of data that did not come.</summary>
public sealed class FullOrChangesTests : IAsyncLifetime
{
    private const string NewPatient = """{"resourceType":"Patient","id":"new","birthDate":"1960-01-01","meta":{"tag":[{"system":"https://qoffhir.example.org/fhir/CodeSystem/tag","code":"sample"}]}}""";

    private readonly CacheSetting _run = new();
    private ChangingPractice _practice = null!;

    private SampleGpServer Gp => _practice.Server;

    public async Task InitializeAsync()
    {
        _practice = await ChangingPractice.Start(1);
        (await _run.Run(Gp)).Dispose();
        _practice.Clock.GoOn(TimeSpan.FromHours(1));
    }

    public async Task DisposeAsync()
    {
        await _practice.DisposeAsync();
        _run.Dispose();
    }

    [Fact]
    public async Task Without_changes_no_record_travels_but_the_ids_of_the_patients()
    {
        var before = Files();
        using var run = await _run.Run(Gp);
        Assert.False(run.Full);
        Assert.Empty(run.Missing);
        Assert.Equal(1, run.Records.Contents.RunsOfChanges);
        // The list of the patients, before and after.
        Assert.Equal(before + 2, Files());

        int Files() => Gp.Faults.Received.Count(r => r.Target.Contains("$export-files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_is_fetched_on_request_and_every_so_many_times()
    {
        using (var asked = await _run.Run(Gp, full: true))
        {
            Assert.Equal("everything was asked for", asked.Why);
        }

        _run.FullEvery = 3;
        var full = new List<bool>();
        for (var i = 0; i < 6; i++)
        {
            using var run = await _run.Run(Gp);
            full.Add(run.Full);
        }

        Assert.Equal([false, false, true, false, false, true], full);
    }

    [Fact]
    public async Task Other_questions_other_records_or_another_way_need_everything()
    {
        await Because("other data are asked for than are kept", queries: [.. CacheSetting.Queries.Where(q => q.ResourceType != "Procedure")]);
        await Because("other data are asked for than are kept");
        _run.Request = _run.Request with { Level = new BulkLevel.Patients() };
        await Because("other data are asked for than are kept");
        _run.Mode = ExtractionMode.Search;
        await Because("what is kept was fetched in another way");
        _run.Mode = ExtractionMode.Auto;
        await Because(null);
    }

    [Fact]
    public async Task Another_address_needs_everything()
    {
        await using var other = await ChangingPractice.Start(1);
        using var run = await _run.Run(other.Server);
        Assert.Equal("what is kept came from another address", run.Why);
    }

    [Fact]
    public async Task A_clock_that_went_back_needs_everything()
    {
        _practice.Clock.GoOn(TimeSpan.FromDays(-1));
        await Because("the server's clock went back");
    }

    [Fact]
    public async Task Patients_who_join_are_fetched_alone_and_in_full()
    {
        var before = _practice.Server.Faults.Requests;
        var joined = CacheSetting.Lines((await _run.Run(Gp)).Records).Length;
        Assert.InRange(_practice.Server.Faults.Requests - before, 1, 30);
        Gp.Records.Join(SampleGpRecords.PracticeGroup, Everyone().First(p => !Patients().Contains(p)));
        using var run = await _run.Run(Gp);
        Assert.False(run.Full);
        Assert.True(CacheSetting.Lines(run.Records).Length > joined + 1);
    }

    [Fact]
    public async Task Where_patients_cannot_be_asked_for_by_name_everything_is_fetched()
    {
        Gp.Records.Put(NewPatient);
        Gp.Records.Put(Observation("late"));
        Gp.Records.Join(SampleGpRecords.PracticeGroup, "new");
        Gp.Faults.Plan = new() { RefusePost = 405 };
        using var run = await _run.Run(Gp);
        Assert.Contains("does not take $export", run.Why, StringComparison.Ordinal);
        Assert.Contains("new", Patients());
    }

    [Fact]
    public async Task An_export_of_changes_that_names_patients_alone_is_not_believed()
    {
        Gp.Faults.Plan = new() { GroupSincePatientsOnly = true };
        _practice.Server.Records.Put($$"""{"resourceType":"Patient","id":"{{Patients()[0]}}","birthDate":"1950-01-01"}""");
        using var run = await _run.Run(Gp);
        Assert.Contains("may leave out what is theirs", run.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_patients_that_comes_empty_does_not_empty_the_practice()
    {
        Gp.Faults.Plan = new() { LaterExportsEmpty = true };
        var before = Patients();
        using var run = await _run.Run(Gp);
        Assert.Equal("the list of the patients did not come whole", run.Why);
        Assert.Contains(run.Missing, m => m.Type == "Patient");
        Assert.Equal(before, Patients());
    }

    [Fact]
    public async Task Changes_that_do_not_come_whole_are_told_and_fetched_again_next_time()
    {
        var kept = await File.ReadAllBytesAsync(_run.CacheFile);
        Gp.Records.Put(Observation("late"));
        Gp.Faults.Plan = new() { ErrorsFor = ["Observation"] };
        using (var run = await _run.Run(Gp))
        {
            Assert.False(run.Full);
            Assert.NotEmpty(run.Missing);
            Assert.DoesNotContain(CacheSetting.Lines(run.Records), l => l.Contains("\"late\"", StringComparison.Ordinal));
        }

        Assert.Equal(kept, await File.ReadAllBytesAsync(_run.CacheFile));
        Gp.Faults.Plan = new();
        using var next = await _run.Run(Gp);
        Assert.False(next.Full);
        Assert.Empty(next.Missing);
        Assert.Contains(CacheSetting.Lines(next.Records), l => l.Contains("\"late\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_never_whole_is_never_built_upon()
    {
        _run.Cache.Delete();
        Gp.Faults.Plan = new() { ErrorsFor = ["Condition"] };
        using (var run = await _run.Run(Gp))
        {
            Assert.True(run.Full);
            Assert.NotEmpty(run.Missing);
            Assert.NotEmpty(CacheSetting.Lines(run.Records));
        }

        Gp.Faults.Plan = new();
        await Because("no records are kept yet");
    }

    [Fact]
    public async Task Resources_about_patients_who_are_not_on_the_list_are_left_aside_and_told()
    {
        Gp.Records.Put("""{"resourceType":"Group","id":"practice","member":[{"entity":{"reference":"Patient/nobody"}}]}""");
        Gp.Records.Put(Observation("orphan", "nobody"));
        Gp.Records.Join(SampleGpRecords.PracticeGroup, Everyone().First());
        using var run = await _run.Run(Gp, full: true);
        Assert.Contains("Observation: 1 resources about patients who are not on the list were left aside", run.Warnings);
    }

    [Fact]
    public async Task What_a_coarse_clock_gives_again_stands_once()
    {
        var before = Everything();
        Gp.Records.Put(Observation("late"));
        Gp.Faults.Plan = new() { SinceWholeDay = true };
        using (var run = await _run.Run(Gp))
        {
            Assert.False(run.Full);
            Assert.Contains(Gp.Faults.Received, r => r.Target.Contains("$export-files", StringComparison.Ordinal));
        }

        Assert.Equal(before.Length + 1, Everything().Length);
        Gp.Faults.Plan = new() { IgnoreSince = true };
        using (var run = await _run.Run(Gp))
        {
            Assert.False(run.Full);
            Assert.True(run.Bytes > 10_000);
        }

        Assert.Equal(before.Length + 1, Everything().Length);
        Assert.Subset(Everything().ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public async Task Patients_who_joined_and_do_not_come_when_asked_for_are_not_left_out()
    {
        Gp.Records.Put(NewPatient);
        Gp.Records.Put(Observation("theirs", "new"));
        Gp.Records.Join(SampleGpRecords.PracticeGroup, "new");
        _run.BeforeRequest = request =>
        {
            if (request.Content?.ReadAsStringAsync().GetAwaiter().GetResult().Contains("Patient/new", StringComparison.Ordinal) == true)
            {
                Gp.Faults.Plan = new() { LaterExportsEmpty = true };
                _run.BeforeRequest = later => Gp.Faults.Plan = later.Method == HttpMethod.Delete ? new() : Gp.Faults.Plan;
            }
        };
        using var run = await _run.Run(Gp);
        Assert.Equal("new patients were asked for and did not come", run.Why);
        Assert.Contains("new", Patients());
    }

    private async Task Because(string? why, IReadOnlyList<TypeQuery>? queries = null)
    {
        using var run = await _run.Run(Gp, queries: queries);
        Assert.Equal(why, run.Why);
    }

    private string Observation(string id, string? patient = null)
    {
        using var kept = _run.Cache.Open(out _);
        var any = CacheSetting.Lines(kept!, t => t == "Observation")[0];
        var node = System.Text.Json.Nodes.JsonNode.Parse(any)!;
        node["id"] = id;
        if (patient is not null)
        {
            node["subject"]!["reference"] = "Patient/" + patient;
        }

        return node.ToJsonString();
    }

    private string[] Everything()
    {
        using var kept = _run.Cache.Open(out _);
        return CacheSetting.Lines(kept!);
    }

    /// <summary>Those who are kept.</summary>
    private string[] Patients()
    {
        using var kept = _run.Cache.Open(out _);
        return [.. CacheSetting.Lines(kept!, t => t == "Patient").Select(l => (string)System.Text.Json.Nodes.JsonNode.Parse(l)!["id"]!)];
    }

    private static string[] Everyone() =>
        [.. File.ReadLines(Path.Combine(QofFhir.SampleGp.Practice.SamplePractice.Folder, "Patient.ndjson")).Take(12).Select(l => (string)System.Text.Json.Nodes.JsonNode.Parse(l)!["id"]!)];
}
