using System.Buffers;
using System.Text;
using QofFhir.Definitions;
using QofFhir.Fhir.Writing;
using QofFhir.Tests.Cli;
using QofFhir.Tests.Fhir.Writing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Golden;

/// <summary>The sample practice from files to reports: the summaries stay what they are, byte for byte, and validators that nobody here wrote accept every report.</summary>
public sealed class SamplePracticeReportTests : IDisposable
{
    // Set it to write the golden file anew, then read the difference before you commit it.
    private const string Renew = "QOFFHIR_RENEW_GOLDEN";
    private const string FrameworkId = "qof-england-2026-27";

    private static readonly string Golden =
        Path.Combine(Repository.Root, "tests", "QofFhir.Tests", "Golden", "sample-practice-2026-11-30.ndjson");

    private readonly string _out = Directory.CreateTempSubdirectory("qof-golden-").FullName;

    public SamplePracticeReportTests()
    {
        var ran = Ran.Qof(
            "evaluate", At("samples/practice"), "--framework", FrameworkId, "--achievement-date", "2026-11-30",
            "--definitions", Repository.Root, "--code-pack", At("samples/valuesets"), "--individual", "--subject-list", "--out", _out);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
    }

    [Fact]
    public void The_summaries_are_what_they_were()
    {
        var written = File.ReadAllText(Path.Combine(_out, "measure-reports.ndjson"));
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            File.WriteAllText(Golden, written);
        }

        // Report by report: a difference is told with its line, not as one of 300 kB.
        Assert.Equal(File.ReadAllText(Golden).Split('\n'), written.Split('\n'));
    }

    [Fact]
    public void Every_report_of_the_practice_passes_the_validators()
    {
        var measures = Path.Combine(_out, "measures.ndjson");
        File.WriteAllText(measures, Measures());
        string[] files = [measures, .. new[] { "measure-reports", "subject-lists", "individual-reports" }.Select(f => Path.Combine(_out, f + ".ndjson"))];
        var resources = files.Sum(f => File.ReadLines(f).Count());

        var (exit, output) = Validators.ValidateFiles(files);

        Assert.True(exit == 0 && output.Trim() == $"{resources} resources, 0 faults", output);
        Assert.True(resources > 900, "too few reports to mean much");
    }

    public void Dispose() => Directory.Delete(_out, recursive: true);

    private static string Measures()
    {
        var framework = DefinitionLibrary.Load(Repository.Root, At("samples/valuesets")).Framework(FrameworkId);
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var indicator in framework.Reported.Where(MeasureWriter.Measures))
        {
            MeasureWriter.Write(buffer, framework, indicator);
            buffer.Write("\n"u8);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string At(string path) => Path.Combine(Repository.Root, path);
}
