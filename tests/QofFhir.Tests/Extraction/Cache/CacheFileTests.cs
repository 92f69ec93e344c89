using System.Security.Cryptography;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Cache;

namespace QofFhir.Tests.Extraction.Cache;

/// <summary>The file itself: whatever is wrong with it, everything is fetched and the records are right.</summary>
public sealed class CacheFileTests : IAsyncLifetime
{
    private readonly CacheSetting _run = new();
    private ChangingPractice _practice = null!;
    private string[] _lines = [];

    public async Task InitializeAsync()
    {
        _practice = await ChangingPractice.Start(1);
        using var first = await _run.Run(_practice.Server);
        Assert.Equal("no records are kept yet", first.Why);
        _lines = CacheSetting.Lines(first.Records);
    }

    public async Task DisposeAsync()
    {
        await _practice.DisposeAsync();
        _run.Dispose();
    }

    [Fact]
    public void It_can_be_read_again_without_any_server()
    {
        using var kept = _run.Cache.Open(out var why);
        Assert.Null(why);
        Assert.Equal(_lines, CacheSetting.Lines(kept!));
        Assert.Equal(["practice.qofrec", "practice.qofrec.lock"], Beside());
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task A_changed_byte_is_noticed_wherever_it_stands(double place)
    {
        var bytes = await File.ReadAllBytesAsync(_run.CacheFile);
        bytes[(int)(place * bytes.Length)] ^= 1;
        await File.WriteAllBytesAsync(_run.CacheFile, bytes);
        await FetchesEverything("the kept records are broken");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(-1)]
    public async Task A_file_that_breaks_off_is_noticed(int length)
    {
        var bytes = await File.ReadAllBytesAsync(_run.CacheFile);
        await File.WriteAllBytesAsync(_run.CacheFile, length < 0 ? bytes[..^1] : bytes[..length]);
        await FetchesEverything("the kept records are broken");
    }

    [Fact]
    public async Task Sealed_records_are_of_no_use_without_their_key()
    {
        _run.Key = NewKey();
        await FetchesEverything("the kept records are not sealed, and a key is configured");
        var sealedBytes = await File.ReadAllBytesAsync(_run.CacheFile);
        using (var again = await _run.Run(_practice.Server))
        {
            Assert.Null(again.Why);
            Assert.Equal(_lines, CacheSetting.Lines(again.Records));
        }

        _run.Key = NewKey();
        await FetchesEverything("the kept records cannot be read with this key");
        _run.Key = null;
        await FetchesEverything("the kept records are sealed, and no key is configured");
        Assert.DoesNotContain("Patient", System.Text.Encoding.Latin1.GetString(sealedBytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sealed_chunks_cannot_be_exchanged_even_with_a_right_digest()
    {
        _run.Key = NewKey();
        (await _run.Run(_practice.Server)).Dispose();
        var bytes = await File.ReadAllBytesAsync(_run.CacheFile);
        bytes[CacheHead + 100] ^= 1;
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32)).CopyTo(bytes, bytes.Length - 32);
        await File.WriteAllBytesAsync(_run.CacheFile, bytes);
        using var kept = _run.Cache.Open(out _);
        Assert.Throws<AuthenticationTagMismatchException>(() => CacheSetting.Lines(kept!));
    }

    [Fact]
    public void Keys_come_from_a_file_or_a_variable_and_are_256_bits()
    {
        var file = Path.Combine(_run.Folder, "key");
        File.WriteAllText(file, new string('a', 64) + "\n");
        Assert.Equal("a key", CacheKey.From(new KeySource.File(file)).ToString());
        File.WriteAllText(file, "c2hvcnQ=");
        var fault = Assert.Throws<ExtractionException>(() => CacheKey.From(new KeySource.File(file)));
        Assert.DoesNotContain("c2hvcnQ", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ExtractionException>(() => CacheKey.From(new KeySource.Variable("QOFFHIR_NO_SUCH_KEY")));
    }

    [Fact]
    public async Task Only_the_owner_may_look_inside()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_run.CacheFile));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(_run.CacheFile)!));
        (await _run.Run(_practice.Server)).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_run.CacheFile));
    }

    [Fact]
    public async Task What_a_killed_extraction_left_is_cleared_away_and_what_was_kept_still_serves()
    {
        Directory.CreateDirectory(_run.CacheFile + ".work/changes.partial");
        await File.WriteAllTextAsync(_run.CacheFile + ".work/changes.partial/Patient.ndjson", "{\"resourceType\":\"Patient\",\"id\":\"ghost\"}\n");
        await File.WriteAllBytesAsync(_run.CacheFile + ".new", (await File.ReadAllBytesAsync(_run.CacheFile))[..500]);
        using var run = await _run.Run(_practice.Server);
        Assert.Null(run.Why);
        Assert.Equal(_lines, CacheSetting.Lines(run.Records));
        Assert.Equal(["practice.qofrec", "practice.qofrec.lock"], Beside());
    }

    [Fact]
    public async Task An_extraction_that_fails_leaves_what_was_kept()
    {
        var before = await File.ReadAllBytesAsync(_run.CacheFile);
        _practice.Server.Faults.Plan = new() { Off = true };
        await Assert.ThrowsAsync<ExtractionException>(() => _run.Run(_practice.Server));
        Assert.Equal(before, await File.ReadAllBytesAsync(_run.CacheFile));
        Assert.Equal(["practice.qofrec", "practice.qofrec.lock"], Beside());
    }

    [Fact]
    public async Task Two_extractions_of_a_practice_at_a_time_are_one_too_many()
    {
        Task<CachedRun>? second = null;
        _run.BeforeRequest = _ => second ??= _run.Run(_practice.Server);
        (await _run.Run(_practice.Server)).Dispose();
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => second!);
        Assert.Contains("another extraction is writing", fault.Message, StringComparison.Ordinal);
        _run.BeforeRequest = _ => { };
        (await _run.Run(_practice.Server)).Dispose();
    }

    [Fact]
    public async Task Records_that_are_being_read_stay_as_they_are_while_others_take_their_place()
    {
        using var reading = _run.Cache.Open(out _);
        for (var i = 0; i < 20; i++)
        {
            _practice.Happen(deletions: true);
        }

        using var now = await _run.Run(_practice.Server);
        Assert.Equal(_lines, CacheSetting.Lines(reading!));
        Assert.NotEqual(_lines, CacheSetting.Lines(now.Records));
    }

    [Fact]
    public void A_practice_can_be_forgotten()
    {
        _run.Cache.Delete();
        Assert.Equal(["practice.qofrec.lock"], Beside());
        Assert.Null(_run.Cache.Open(out _));
    }

    private const int CacheHead = 24;

    private async Task FetchesEverything(string why)
    {
        using var run = await _run.Run(_practice.Server);
        Assert.Equal(why, run.Why);
        Assert.Equal(_lines, CacheSetting.Lines(run.Records));
    }

    private CacheKey NewKey()
    {
        var file = Path.Combine(_run.Folder, "key");
        File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return CacheKey.From(new KeySource.File(file));
    }

    private string[] Beside() => [.. Directory.GetFileSystemEntries(Path.GetDirectoryName(_run.CacheFile)!).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
