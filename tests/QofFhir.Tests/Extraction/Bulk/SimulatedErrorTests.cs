using System.Security.Cryptography;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server.Bulk;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Smart;
using QofFhir.Tests.SampleGp;

namespace QofFhir.Tests.Extraction.Bulk;

/// <summary>The errors that Bulk Data servers simulate for their clients: a run ends with the data of the files, or says what failed.</summary>
public sealed class SimulatedErrorTests
{
    public static TheoryData<string, SampleGpFaultPlan> Passing => new()
    {
        { "none", new() },
        { "the first poll fails and says transient", new() { PollTransient = 1 } },
        { "polls are too many", new() { PollTooMany = 3, RetryAfterSeconds = 40, RetryAfterAsDate = true } },
        { "polls are not answered for a while", new() { PollUnavailable = 2 } },
        { "progress never reaches the end", new() { ProgressStaysAt = 97 } },
        { "addresses expire until the manifest is read again", new() { FilesExpireAfter = 12 } },
        { "addresses expire as if they had never been", new() { FilesExpireAfter = 12, ExpiredStatus = 404 } },
        { "addresses expire as if they were closed to us", new() { FilesExpireAfter = 12, ExpiredStatus = 403 } },
        { "files are too many", new() { FileTooMany = 3, RetryAfterSeconds = 20 } },
        { "a gateway is in the way", new() { FileBadGateway = 3 } },
        { "files break off", new() { FileBreaks = 5 } },
        { "files break off and cannot be taken up", new() { FileBreaks = 3, NoRanges = true } },
        { "files are tiny and repeat each other", new() { ResourcesPerFile = 7, DuplicateAcrossFiles = true } },
        { "lines have no end", new() { NoLastNewline = true, BlankLines = true } },
        { "lines end as elsewhere, after a mark", new() { CarriageReturns = true, ByteOrderMark = true } },
        { "POST is not taken", new() { RefusePost = 405 } },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_leaves_the_data_of_the_files(string error, SampleGpFaultPlan plan)
    {
        Assert.NotEmpty(error);
        await using var export = await SampleExport.Start(plan);
        SampleExport.IsThatOfTheFiles(await export.Run());
    }

    [Fact]
    public async Task An_error_at_the_first_poll_and_a_busy_server_are_waited_for()
    {
        await using var export = await SampleExport.Start(new() { OneExportAtOnce = true, RetryAfterSeconds = 5 });
        SampleExport.IsThatOfTheFiles(await export.Run());
        SampleExport.IsThatOfTheFiles(await export.Run());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Files_that_failed_are_missing_of_their_type_and_the_others_are_whole(bool typeIsNotSaid)
    {
        await using var export = await SampleExport.Start(new() { FilesFailFor = ["Observation"], OutcomesNameNoType = typeIsNotSaid });
        var result = await export.Run();
        Assert.Equal([new MissingData(typeIsNotSaid ? null : "Observation", "the server could not export all of it (error processing)")], result.Missing);
        Assert.All(
            SampleExport.Types.Where(t => t != "Observation"),
            t => Assert.Equal(SampleExport.Lines(SamplePractice.Folder, t), SampleExport.Lines(result.Folder, t)));

        var (all, came) = (SampleExport.Lines(SamplePractice.Folder, "Observation"), SampleExport.Lines(result.Folder, "Observation"));
        Assert.Subset(all.ToHashSet(), came.ToHashSet());
        Assert.InRange(came.Length, all.Length / 3, all.Length * 2 / 3);
        Assert.Equal(came.Length, result.Counts["Observation"]);
    }

    [Fact]
    public async Task Files_that_are_gone_for_ever_end_it_with_that()
    {
        await using var export = await SampleExport.Start(new() { FilesExpireAfter = 0 });
        Assert.Matches(@"^\w+: a file is not given \(HTTP 410 \(error expired\)\), nor after the manifest was fetched again$", await export.Fault());
        Assert.Equal("DELETE", export.Server.Faults.Received[^1].Method);
    }

    [Fact]
    public async Task An_export_that_fails_ends_it_with_that()
    {
        await using var export = await SampleExport.Start(new() { ExportFails = true });
        Assert.Equal("export: HTTP 500 (error exception); gave up after 11 tries", await export.Fault());
    }

    [Fact]
    public async Task A_second_export_that_is_empty_is_not_taken_for_an_empty_practice()
    {
        await using var export = await SampleExport.Start(new() { LaterExportsEmpty = true });
        SampleExport.IsThatOfTheFiles(await export.Run());
        Assert.Equal([new MissingData("Patient", "the export of everything holds no patient")], (await export.Run()).Missing);
    }

    [Fact]
    public async Task A_token_may_end_before_any_request()
    {
        using var folder = new TemporaryFolder();
        await using var export = await Smart(folder, new(), "system/*.rs");
        SampleExport.IsThatOfTheFiles(await export.Run());
        var received = export.Server.Faults.Received;
        Assert.Equal(
            ["smart-configuration", "token", "metadata"],
            received.Take(3).Select(r => r.Target[(r.Target.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal).OrderBy(n => n == "metadata"));
        var whole = await export.Run();
        for (var request = 3; request < received.Count; request++)
        {
            export.Server.Faults.Plan = new() { UnauthorisedAt = request };
            var result = await export.Run();
            Assert.Equal((request, 0), (request, result.Missing.Count));
            Assert.Equal(whole.Counts, result.Counts);
        }
    }

    [Fact]
    public async Task Tokens_that_end_again_and_again_are_renewed_each_time()
    {
        using var folder = new TemporaryFolder();
        await using var export = await Smart(folder, new() { TokenEndsAfter = 10 }, "system/*.rs", filesOf: 30);
        // A token that ends by number is shared out by chance where several ask.
        export.Downloads = 1;
        SampleExport.IsThatOfTheFiles(await export.Run());
    }

    [Fact]
    public async Task Tokens_that_are_never_good_end_it_with_that()
    {
        using var folder = new TemporaryFolder();
        await using var export = await Smart(folder, new() { TokenEndsAfter = 0 }, "system/*.rs");
        Assert.Equal("export: HTTP 401, the server does not accept our credentials (error login)", await export.Fault());
    }

    [Fact]
    public async Task Scopes_that_are_not_granted_end_it_with_that()
    {
        using var folder = new TemporaryFolder();
        await using var none = await Smart(folder, new(), "system/Claim.rs", asked: ["system/Patient.rs"]);
        Assert.Equal("token: HTTP 400 (error invalid_scope), our credentials are not accepted", await none.Fault());

        await using var some = await Smart(folder, new() { GrantedScopes = "system/Patient.rs" }, "system/*.rs", asked: ["system/Patient.rs", "system/Observation.rs"]);
        Assert.Equal(
            "export: HTTP 403, our credentials do not reach this data (error forbidden); scopes asked for and not granted: system/Observation.rs", await some.Fault());
    }

    private static async Task<SampleExport> Smart(TemporaryFolder folder, SampleGpFaultPlan plan, string allowed, int filesOf = 100_000, string[]? asked = null)
    {
        var file = Path.Combine(folder.Path, "key");
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await File.WriteAllTextAsync(file, curve.ExportECPrivateKeyPem());
        var keys = new SigningKeys(new KeySource.File(file));
        var export = await SampleExport.Start(plan, s => s with
        {
            Client = new SampleGpClient("qof", keys.PublicKeySet()) { Scopes = allowed, TokenLifetime = TimeSpan.FromHours(1) },
            Bulk = new BulkSettings { ResourcesPerFile = filesOf },
        });
        export.Access = new EndpointAccess.Smart("qof", keys, asked ?? ["system/*.rs"]);
        return export;
    }
}
