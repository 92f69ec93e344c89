using QofFhir.SampleGp.Server;

namespace QofFhir.Service.Tests.Improvement.Tool;

/// <summary>What a service refuses is told in its words, with the exit code that fits.</summary>
public sealed class RefusedToolTests(RunPlans run) : IClassFixture<RunPlans>
{
    [Theory]
    [InlineData("plan --year 1066", 3, "qof: A year from 2000 to 2999")]
    [InlineData("chart NOSUCH", 3, "qof: The module has no such measure.")]
    [InlineData("measure --by Ann --on 2026-12-01", 2, "qof: on: a day such as 2026-11-30")]
    [InlineData("remove meetings m1 --by Ann --if-match 3", 5, "qof: It is not there")]
    [InlineData("chart NSAID65 --kind pie", 2, "--help` shows what it takes")]
    [InlineData("measure --by Ann --on tomorrow", 2, "'tomorrow' is no date: --on expects YYYY-MM-DD")]
    public void A_refusal_is_told_as_the_service_tells_it(string line, int code, string told)
    {
        var ran = run.Plan(line);
        Assert.Equal((code, ""), (ran.Code, ran.Output));
        Assert.Contains(told, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "on": "2027-01-13", "network": "U99999", "attendees": [] }""", 5, "qof: meetings/m.on: it lies in the future; expected: 2026-11-30 or earlier\nqof: meetings/m.attendees: nobody was there; expected: the organisations that were there\n")]
    [InlineData("""{ "on": "2026-10-14" }""", 2, "qof: The entry cannot be read: missing: network, attendees.\n")]
    [InlineData("[]", 2, "entry.json: a JSON object was expected\n")]
    [InlineData("{\n \"on\" 7}", 2, "entry.json:2:7 it is no JSON\n")]
    public void All_that_is_wrong_with_an_entry_is_told_at_once(string entry, int code, string told)
    {
        var ran = run.Plan("put meetings m", run.Write("entry.json", entry), "--by", "Ann");
        Assert.Equal((code, ""), (ran.Code, ran.Output));
        Assert.EndsWith(told, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_of_a_network_is_sent_and_its_mistakes_come_back_with_their_places()
    {
        var broken = run.Qi("send-module", run.Write("ours.yaml", "module: ours\n"), "--by", "Ann");
        Assert.Equal((4, ""), (broken.Code, broken.Output));
        Assert.Contains("qof: ours.yaml:1:1: a module needs `title`", broken.Error, StringComparison.Ordinal);

        var sent = run.Qi("send-module", run.Write("ours.yaml", """
            module: ours
            title: Ours
            rules: 51.2
            source: { document: Our network, evidence: found }
            rulesets: [OURS]
            measures: [OURS1]
            requirements: []
            ---
            ruleset: OURS
            title: Ours
            source: { document: Our network, evidence: found }
            indicators:
              OURS1: { title: Diabetes at 65, population: DM_REG, rules: [{ achieve: "PAT_AGE >= 65" }] }
            """), "--by", "Ann").Well();
        Assert.StartsWith("ours can be worked on", sent.Output, StringComparison.Ordinal);
        var plan = run.PlanOf("ours", "baseline", "--by", "Ann").Well();
        Assert.Contains(" of ", plan.Row("OURS1"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_stands_in_a_file_or_a_variable_and_a_wrong_one_is_refused()
    {
        string[] plan = ["qi", "plan", "--practice", TestService.Ods, "--module", "end-of-life", "--server", run.Service.Http.BaseAddress!.ToString()];
        Environment.SetEnvironmentVariable("QOF_TOOL_TEST_KEY", run.Service.Key);
        QofRan.Of([.. plan, "--bearer-variable", "QOF_TOOL_TEST_KEY"]).Well();
        Assert.Equal(2, QofRan.Of(plan).Code);
        Environment.SetEnvironmentVariable("QOFFHIR_KEY", run.Service.Key);
        QofRan.Of(plan).Well();
        Environment.SetEnvironmentVariable("QOFFHIR_KEY", null);

        var wrong = QofRan.Of([.. plan, "--bearer-file", run.Write("wrong", "qof_wrong")]);
        Assert.Equal((5, "qof: the service does not know this key or token\n"), (wrong.Code, wrong.Error));
        Assert.Equal(2, QofRan.Of([.. plan, "--bearer-variable", "QOF_TOOL_NOT_SET"]).Code);
        Assert.Equal(3, QofRan.Of([.. plan, "--bearer-file", "/no/such/file"]).Code);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/", 3, "refused")]
    [InlineData("http://qof.example/", 2, "it would travel in the open")]
    [InlineData("https://ann:secret@qof.example/", 2, "does not belong in an address")]
    [InlineData("qof.example", 2, "is no address")]
    public void A_service_that_cannot_be_asked_is_told_plainly(string server, int code, string told)
    {
        var ran = QofRan.Of("qi", "network", "U99999", "--module", "end-of-life", "--server", server, "--bearer-file", run.Write("some", "qof_some"));
        Assert.Equal((code, ""), (ran.Code, ran.Output));
        Assert.Contains(told, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("qof_some", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_server_than_a_service_of_ours_is_no_riddle()
    {
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(QofFhir.SampleGp.Practice.SamplePractice.Folder));
        var ran = QofRan.Of("qi", "network", "U99999", "--module", "end-of-life", "--server", gp.BaseUrl.ToString(), "--bearer-file", run.Write("some", "qof_some"));
        Assert.Equal(3, ran.Code);
        Assert.Contains("HTTP 404, without a reason", ran.Error, StringComparison.Ordinal);
    }
}
