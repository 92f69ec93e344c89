using QofFhir.Core.Records;
using QofFhir.Service.Practices;
using QofFhir.Service.Records;

namespace QofFhir.Service.Tests.CareGaps;

/// <summary>Kept records in memory: read once, read again when they changed, gone when they are gone.</summary>
public sealed class RecordsAtHandTests(SampleRun sample) : IClassFixture<SampleRun>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qoffhir-at-hand-");

    private TestService Service => sample.Service;

    private Practice Practice => Service.Service<PracticeList>().All[0];

    private string Kept => Path.Combine(Service.Folder, "records", TestService.Ods + ".qofrec");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_patient_is_found_by_the_address_of_the_system_and_the_id_there()
    {
        var at = Service.Service<RecordsAtHand>();
        var server = Practice.System.Address.AbsoluteUri.TrimEnd('/');
        var held = await at.Of(Practice, CancellationToken.None);
        Assert.NotNull(held);
        var id = held.Records.Patient(7).Id;
        foreach (var address in new[] { server, server + "/", server.Replace("http://", "HTTP://", StringComparison.Ordinal) })
        {
            Assert.Equal(7, (await at.Find(address, id, null, CancellationToken.None))!.Patient);
        }

        Assert.Equal(7, (await at.Find(server, id, TestService.Ods, CancellationToken.None))!.Patient);
        Assert.Null(await at.Find(server, id, "B12345", CancellationToken.None));
        Assert.Null(await at.Find(server, "nobody", null, CancellationToken.None));
        Assert.Null(await at.Find(server + "/other", id, null, CancellationToken.None));
        Assert.Null(await at.Find("http://169.254.169.254/fhir", id, null, CancellationToken.None));
        Assert.Null(await at.Find("no address", id, null, CancellationToken.None));
    }

    [Fact]
    public async Task They_are_read_once_however_many_ask_at_once()
    {
        using var at = Copy(out var practices, places: 2, "A1");
        var held = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => at.Of(practices[0], CancellationToken.None))));
        Assert.Single(held.Select(h => h!.Records).Distinct());
        Assert.Same(held[0]!.Records, (await at.Of(practices[0], CancellationToken.None))!.Records);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_end_the_reading_for_the_others()
    {
        using var at = Copy(out var practices, places: 2, "A1");
        await Record.ExceptionAsync(() => at.Of(practices[0], new CancellationToken(canceled: true)));
        Assert.NotNull(await at.Of(practices[0], CancellationToken.None));
    }

    [Fact]
    public async Task The_practice_that_was_not_asked_about_for_longest_makes_way()
    {
        using var at = Copy(out var practices, places: 2, "A1", "A2", "A3");
        var first = await at.Of(practices[0], CancellationToken.None);
        var second = await at.Of(practices[1], CancellationToken.None);
        await at.Of(practices[0], CancellationToken.None);
        await at.Of(practices[2], CancellationToken.None);
        Assert.Equal(2, at.Count);
        Assert.Same(first!.Records, (await at.Of(practices[0], CancellationToken.None))!.Records);
        Assert.NotSame(second!.Records, (await at.Of(practices[1], CancellationToken.None))!.Records);
    }

    [Fact]
    public async Task They_are_read_again_when_a_run_replaced_them_and_forgotten_when_they_are_gone_or_old()
    {
        var clock = new FakeClock(Service.Clock.Now);
        using var at = Copy(out var practices, places: 2, clock, "A1");
        var first = await at.Of(practices[0], CancellationToken.None);
        File.SetLastWriteTimeUtc(FileOf("A1"), clock.Now.UtcDateTime);
        var second = await at.Of(practices[0], CancellationToken.None);
        Assert.NotSame(first!.Records, second!.Records);

        clock.Now += TimeSpan.FromDays(90);
        Assert.Null(await at.Of(practices[0], CancellationToken.None));
        Assert.Equal(0, at.Count);
        clock.Now -= TimeSpan.FromDays(1);
        Assert.NotNull(await at.Of(practices[0], CancellationToken.None));
        File.Delete(FileOf("A1"));
        Assert.Null(await at.Of(practices[0], CancellationToken.None));
        Assert.Equal(0, at.Count);

        File.WriteAllText(FileOf("A1"), "torn");
        Assert.Null(await at.Of(practices[0], CancellationToken.None));
    }

    [Fact]
    public async Task They_tell_when_they_were_taken_and_whether_that_is_long_ago()
    {
        var clock = new FakeClock(Service.Clock.Now);
        using var at = Copy(out var practices, places: 2, clock, "A1");
        var held = await at.Of(practices[0], CancellationToken.None);
        Assert.NotNull(held!.TakenAt);
        clock.Now = held.TakenAt.Value.AddHours(24);
        Assert.True((await at.Of(practices[0], CancellationToken.None))!.Fresh);
        clock.Now = held.TakenAt.Value.AddHours(24).AddSeconds(1);
        Assert.False((await at.Of(practices[0], CancellationToken.None))!.Fresh);
    }

    [Fact]
    public async Task Nothing_is_at_hand_where_nothing_is_kept()
    {
        var plan = Service.Service<ServicePlan>();
        using var at = new RecordsAtHand(plan with { Records = plan.Records with { Keep = false } }, Service.Service<PracticeList>(), Service.Service<RuleBook>(), Service.Clock);
        Assert.Null(await at.Of(Practice, CancellationToken.None));
    }

    [Fact]
    public async Task The_sample_practice_of_the_first_start_is_at_hand()
    {
        var held = await Service.Service<RecordsAtHand>().Of(Practice, CancellationToken.None);
        Assert.Equal((int)sample.Run["records"]!["patients"]!, held!.Records.PatientCount);
        Assert.Equal(RegistrationBasis.Recorded, held.Records.Registration);
        Assert.Equal((long)sample.Run["records"]!["rejected"]!, held.Rejected);
    }

    private RecordsAtHand Copy(out Practice[] practices, int places, params string[] names) => Copy(out practices, places, new FakeClock(Service.Clock.Now), names);

    /// <summary>The sample's records as those of several practices.</summary>
    private RecordsAtHand Copy(out Practice[] practices, int places, FakeClock clock, params string[] names)
    {
        var plan = Service.Service<ServicePlan>();
        practices = [.. names.Select(n => Practice with { Ods = n })];
        foreach (var name in names)
        {
            File.Copy(Kept, FileOf(name));
            File.SetLastWriteTimeUtc(FileOf(name), clock.Now.AddHours(-1).UtcDateTime);
        }

        var own = plan with { Records = plan.Records with { Folder = _folder.FullName, AtHand = places }, Practices = practices };
        return new RecordsAtHand(own, new PracticeList(own), Service.Service<RuleBook>(), clock);
    }

    private string FileOf(string name) => Path.Combine(_folder.FullName, name + ".qofrec");
}
