using System.Text.Json;
using QofFhir.Cli.Extract;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Tests.Cli;

/// <summary><c>qof extract</c> against a real endpoint.</summary>
public sealed class ExtractTests
{
    [Theory]
    [InlineData("bulk", "--mode bulk")]
    [InlineData("bulk", "--group practice --filter codes")]
    [InlineData("bulk", "--level system --filter none --mode auto")]
    [InlineData("search", "--mode search")]
    public async Task What_comes_out_is_evaluated_like_the_files_that_the_server_holds(string mode, string options)
    {
        await using var gp = await ServedPractice.Start();
        gp.Practice.Evaluate();
        var fromFiles = gp.Practice.Read("out/outcomes.csv");

        var ran = gp.Extract(options.Split(' '));

        Assert.Equal(0, ran.Code);
        Assert.Contains("Complete, as far as the server says.", ran.Lines);
        Assert.Equal(mode, gp.Record.GetProperty("mode").GetString());
        Assert.Equal(gp.Base, gp.Record.GetProperty("base").GetString());
        Assert.Equal(10, gp.Record.GetProperty("counts").GetProperty("Patient").GetInt32());
        Assert.True(mode == "search" || gp.Record.GetProperty("transactionTime").ValueKind == JsonValueKind.String);
        Assert.Equal(0, Ran.Qof(
            "evaluate", gp.Folder, "--framework", TinyPractice.Framework, "--achievement-date", TinyPractice.Day,
            "--definitions", gp.Practice.Definitions, "--out", gp.Practice.Out).Code);
        Assert.Equal(fromFiles, gp.Practice.Read("out/outcomes.csv"));
    }

    [Theory]
    [InlineData("auto", 3, "export: the server does not take $export (HTTP 404 (error not-found)), or does not know the Group; a search is not narrowed to a Group")]
    [InlineData("bulk", 3, "export: the server does not take $export (HTTP 404 (error not-found))")]
    [InlineData("search", 2, "--group does not go with --mode search")]
    public async Task A_group_is_not_searched_for_since_a_search_takes_everybody(string mode, int code, string why)
    {
        await using var gp = await ServedPractice.Start();

        var ran = gp.Extract("--mode", mode, "--group", "nobody-knows");

        Assert.Equal(code, ran.Code);
        Assert.Contains(why, ran.Error, StringComparison.Ordinal);
        gp.AssertNothingLeft();
    }

    [Fact]
    public async Task What_the_server_could_not_give_is_6_and_named()
    {
        await using var gp = await ServedPractice.Start();
        gp.Server.Faults.Plan = new SampleGpFaultPlan { ErrorsFor = ["Condition"] };

        var ran = gp.Extract();

        Assert.Equal(6, ran.Code);
        Assert.Contains("warning: missing: Condition: the server could not export all of it (error exception)", ran.Error, StringComparison.Ordinal);
        Assert.Contains(ran.Lines, l => l.StartsWith("Not complete", StringComparison.Ordinal));
        Assert.Equal("the server could not export all of it (error exception)", gp.Record.GetProperty("missing")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Only_what_changed_since_is_fetched_when_asked()
    {
        await using var gp = await ServedPractice.Start();
        foreach (var line in gp.Practice.Read("in/practice.ndjson").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // From now on each says when it changed.
            gp.Server.Records.Put(line);
        }

        Assert.Equal(0, gp.Extract().Code);
        var since = gp.Record.GetProperty("transactionTime").GetString()!;
        Directory.Delete(gp.Folder, recursive: true);
        gp.Server.Records.Put("""{"resourceType":"Patient","id":"joined","birthDate":"1980-01-01"}""");
        gp.Server.Records.Delete("Patient", "well");

        Assert.Equal(0, gp.Extract("--since", since).Code);

        Assert.Equal(1, gp.Record.GetProperty("counts").GetProperty("Patient").GetInt32());
        Assert.Equal("Patient/well", gp.Practice.Read("extract/deleted.txt").Trim());

        Directory.Delete(gp.Folder, recursive: true);
        gp.Server.Records.Put("""{"resourceType":"Flag","id":"new","status":"active","code":{"text":"new"},"subject":{"reference":"Patient/joined"}}""");
        Assert.Equal(0, gp.Extract("--since", since, "--mode", "search").Code);
        Assert.Equal(1, gp.Record.GetProperty("counts").GetProperty("Flag").GetInt32());
        Assert.Equal(since, gp.Record.GetProperty("since").GetString());
        Assert.Contains("any type: only what changed since", gp.Evaluate().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--key KEY")]
    [InlineData("--key-variable QOFFHIR_TEST_EXTRACT_KEY")]
    [InlineData("--key KEY --scope system/Patient.rs --scope system/*.rs --token-url BASE/auth/token")]
    public async Task A_signed_assertion_opens_the_server(string options)
    {
        await using var gp = await ServedPractice.Start(smart: true);
        Environment.SetEnvironmentVariable("QOFFHIR_TEST_EXTRACT_KEY", gp.Practice.Read("key.pem"));
        var given = options.Replace("KEY ", gp.KeyFile + " ", StringComparison.Ordinal).Replace("BASE", gp.Base, StringComparison.Ordinal).Split(' ')
            .Select(o => o == "KEY" ? gp.KeyFile : o);

        var ran = gp.Extract(["--auth", "smart", "--client-id", "qof", .. given]);

        Assert.Equal(0, ran.Code);
        Assert.Equal(10, gp.Record.GetProperty("counts").GetProperty("Patient").GetInt32());
        Assert.DoesNotContain("scope", gp.Record.GetProperty("notHonoured").ToString(), StringComparison.Ordinal);

        Directory.Delete(gp.Folder, recursive: true);
        Assert.Equal(3, gp.Extract().Code);
    }

    [Fact]
    public async Task A_standing_token_opens_the_server_and_shows_nowhere()
    {
        await using var gp = await ServedPractice.Start();
        gp.Server.Faults.Plan = new SampleGpFaultPlan { BearerToken = ServedPractice.Token };
        Environment.SetEnvironmentVariable("QOFFHIR_TEST_EXTRACT_TOKEN", ServedPractice.Token);

        var ran = gp.Extract("--auth", "bearer", "--bearer-variable", "QOFFHIR_TEST_EXTRACT_TOKEN");

        Assert.Equal(0, ran.Code);
        Assert.Contains(gp.Server.Faults.Received, r => r.HasToken);
        Assert.DoesNotContain(ServedPractice.Token, ran.Output + ran.Error + gp.Record, StringComparison.Ordinal);

        Directory.Delete(gp.Folder, recursive: true);
        gp.Server.Faults.Plan = new SampleGpFaultPlan { BearerToken = "another" };
        var refused = gp.Extract("--auth", "bearer", "--bearer-variable", "QOFFHIR_TEST_EXTRACT_TOKEN");
        Assert.Equal((3, ""), (refused.Code, refused.Output));
        Assert.Contains("HTTP 401, the server does not accept our credentials", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(ServedPractice.Token, refused.Error, StringComparison.Ordinal);
        gp.AssertNothingLeft();
    }

    [Theory]
    [InlineData("--auth bearer", "expects --bearer-variable NAME")]
    [InlineData("--auth bearer --bearer-variable QOFFHIR_TEST_NOT_SET", "QOFFHIR_TEST_NOT_SET is not set")]
    [InlineData("--auth smart --client-id a", "either --key or --key-variable")]
    [InlineData("--auth smart --key k --key-variable v --client-id a", "either --key or --key-variable")]
    [InlineData("--client-id a", "--client-id does not go with --auth none")]
    [InlineData("--auth mtls --key k", "--key does not go with --auth mtls")]
    [InlineData("--auth mtls", "expects --certificate FILE")]
    [InlineData("--auth password", "'password' is none of none|bearer|smart|mtls")]
    [InlineData("--group g --level system", "--group and --level do not go together")]
    [InlineData("--since yesterday", "'yesterday' is no instant")]
    [InlineData("--since 2026-11-21T05:58:12", "is no instant")]
    [InlineData("--allow-origin files", "'files' is no address: --allow-origin expects")]
    [InlineData("--out IN", "is there already, expected a new name")]
    public void What_cannot_be_asked_is_refused_before_it_is_asked(string options, string expected)
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof([
            "extract", "--base", "http://127.0.0.1:9/fhir", "--definitions", practice.Definitions,
            .. options.Contains("--out", StringComparison.Ordinal) ? [] : new[] { "--out", practice.At("extract") },
            .. options.Replace("IN", practice.Input, StringComparison.Ordinal).Split(' ')]);

        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://gp.example/fhir", "it would travel in the open")]
    [InlineData("https://user:s3cret@gp.example/fhir", "does not belong in an address")]
    [InlineData("gp.example", "'gp.example' is no address")]
    public void An_address_that_would_give_a_secret_away_is_refused(string address, string expected)
    {
        using var practice = new TinyPractice();
        Environment.SetEnvironmentVariable("QOFFHIR_TEST_EXTRACT_TOKEN", ServedPractice.Token);

        var ran = Ran.Qof(
            "extract", "--base", address, "--out", practice.At("extract"), "--definitions", practice.Definitions,
            "--auth", "bearer", "--bearer-variable", "QOFFHIR_TEST_EXTRACT_TOKEN");

        Assert.Equal(2, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--auth smart --client-id qof --key FILE", "keys: the file ")]
    [InlineData("--auth mtls --certificate FILE", "certificate: the file ")]
    [InlineData("--auth mtls --certificate FILE.not-there", "is not there")]
    public void A_file_that_holds_no_secret_of_its_kind_is_3_and_told_without_a_word_of_it(string options, string expected)
    {
        using var practice = new TinyPractice();
        var file = practice.Write("file", "-----BEGIN PRIVATE KEY-----\nU0VDUkVU\n-----END PRIVATE KEY-----");

        var ran = Ran.Qof([
            "extract", "--base", "http://127.0.0.1:9/fhir", "--definitions", practice.Definitions, "--out", practice.At("extract"),
            .. options.Replace("FILE", file, StringComparison.Ordinal).Split(' ')]);

        Assert.Equal(3, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("U0VDUkVU", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_stopped_it_takes_leave_of_the_server_and_leaves_nothing()
    {
        await using var gp = await ServedPractice.Start();
        gp.Server.Faults.Plan = new SampleGpFaultPlan { NeverEnds = true };
        using var tool = QofProcess.Start(new Dictionary<string, string>(), gp.ExtractArguments());
        while (!gp.Server.Faults.Received.Any(r => r.Target.Contains("$export-status", StringComparison.Ordinal)))
        {
            await Task.Delay(50);
        }

        tool.Stop();
        var ran = await tool.Ended();

        Assert.Equal(130, ran.Code);
        Assert.Contains("qof: stopped; nothing was written", ran.Error, StringComparison.Ordinal);
        Assert.Contains(gp.Server.Faults.Received, r => r.Method == "DELETE");
        gp.AssertNothingLeft();
    }

    [Fact]
    public async Task How_far_it_is_stands_on_a_line_where_nobody_watches()
    {
        await using var gp = await ServedPractice.Start();

        Assert.Matches(@"^\d+ resources, 0 MB, \d+ requests(; the server says: .*)?\n$", gp.Extract().Error);
    }

    [Theory]
    [InlineData("50%", 50)]
    [InlineData("exported 12.5 % of resources", 12)]
    [InlineData("in progress", null)]
    [InlineData("700%", null)]
    [InlineData(null, null)]
    public void The_bar_stands_where_the_server_says(string? said, int? percent) => Assert.Equal(percent, ExtractionWatch.Percent(said));
}
