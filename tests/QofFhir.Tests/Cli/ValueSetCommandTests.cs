using QofFhir.Tests.Extraction;

namespace QofFhir.Tests.Cli;

/// <summary><c>qof valuesets</c> from a source to files and report.</summary>
public sealed class ValueSetCommandTests : IDisposable
{
    private const string Refset = "999004691000230108";

    private readonly TinyPractice _practice = new();
    private readonly string _release;

    public ValueSetCommandTests() => _release = _practice.Write("20260701_release.csv", $"""
        Cluster_ID,PCD_Refset_ID,SNOMED_code,SNOMED_code_description
        NOTWANTED_COD,{Refset},73211009,Not wanted
        NOTWANTED_COD,{Refset},44054006,Not wanted either
        """);

    public void Dispose() => _practice.Dispose();

    [Fact]
    public void An_import_tells_which_indicators_change_their_state()
    {
        var ran = Ran.Qof("valuesets", "import", _release, "--to", Sets, "--definitions", _practice.Definitions);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("tiny-2026-27: 1 indicator changed state, 10 points", ran.Lines);
        Assert.Contains("  incomplete -> complete: T002", ran.Lines);
        Assert.Contains("Codes: 2 added, 0 removed.", ran.Lines);

        var again = Ran.Qof("valuesets", "import", _release, "--to", Sets, "--definitions", _practice.Definitions);
        Assert.Contains("No indicator changes its state.", again.Lines);
    }

    [Fact]
    public void Every_code_that_comes_or_goes_is_written_down_when_asked_also_without_an_import()
    {
        var before = _practice.Files("defs");

        Ran.Qof("valuesets", "import", _release, "--to", Sets, "--definitions", _practice.Definitions, "--dry-run", "--changes", _practice.At("changes.csv"));

        Assert.Equal(
            "cluster,change,system,code,display\n"
            + "NOTWANTED_COD,added,http://snomed.info/sct,44054006,Not wanted either\n"
            + "NOTWANTED_COD,added,http://snomed.info/sct,73211009,Not wanted\n",
            _practice.Read("changes.csv"));
        Assert.Equal(before, _practice.Files("defs"));
    }

    [Fact]
    public async Task A_terminology_server_fills_what_it_gives_whole_and_the_rest_stays()
    {
        await using var server = await TestTerminology.Start();
        Ran.Qof("valuesets", "import", _release, "--to", Sets);
        _practice.Write("secret.txt", "s3cret\n");
        server.Secret = "s3cret";
        server.Refsets[Refset] = ["73211009", "46635009", "38341003"];

        var ran = Expand(server, "--token-url", server.TokenAddress.ToString(), "--client-id", "qof", "--client-secret-file", _practice.At("secret.txt"), "--format", "csv");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("NOTWANTED_COD,changed,2,1,1,full,full,20260701,20260401", ran.Lines);
        var written = _practice.Files("defs");

        server.Change = (_, page) => page["expansion"]!["total"] = 4;
        var half = Expand(server, "--token-url", server.TokenAddress.ToString(), "--client-id", "qof", "--client-secret-file", _practice.At("secret.txt"));
        Assert.Equal(6, half.Code);
        Assert.Contains("the server says 4 codes and gives 3; the file stays as it is", half.Error, StringComparison.Ordinal);
        Assert.Equal(written, _practice.Files("defs"));
    }

    [Fact]
    public async Task A_reference_set_without_members_at_the_server_keeps_its_list()
    {
        await using var server = await TestTerminology.Start();
        Ran.Qof("valuesets", "import", _release, "--to", Sets);
        var before = _practice.Files("defs");

        var ran = Expand(server);

        Assert.Equal(6, ran.Code);
        Assert.Contains("the server knows no member of it", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, _practice.Files("defs"));
    }

    [Theory]
    [InlineData("--cluster SICK_COD", "has no value set SICK_COD with a reference set")]
    [InlineData("--token-url http://127.0.0.1:9/t", "--token-url and --client-id belong together")]
    [InlineData("--token-url nowhere --client-id a --client-secret-file SECRET", "'nowhere' is no address")]
    public void What_cannot_be_asked_is_refused_before_it_is_asked(string options, string expected)
    {
        var secret = _practice.Write("secret.txt", "s");
        var ran = Ran.Qof(
            ["valuesets", "expand", "--server", "http://127.0.0.1:9/r4", "--to", Sets, .. options.Replace("SECRET", secret, StringComparison.Ordinal).Split(' ')]);

        Assert.Equal(2, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
    }

    private string Sets => _practice.At("defs/valuesets");

    private Ran Expand(TestTerminology server, params string[] more) => Ran.Qof(
        ["valuesets", "expand", "--server", server.Address.ToString(), "--to", Sets, "--definitions", _practice.Definitions, .. more]);
}
