using QofFhir.Fhir.Writing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>The examples in profiles/examples are what the writers write, byte for byte: a change of shape shows there first.</summary>
public sealed class ExampleTests
{
    // Set it to write the examples anew, then read the difference before you commit it.
    private const string Renew = "QOFFHIR_RENEW_EXAMPLES";

    [Fact]
    public void The_examples_are_what_is_written_today()
    {
        var practice = HandMadePractice.Result();
        var writer = new MeasureReportWriter(new());
        var (at, dm020, chd015) = (HandMadePractice.ComputedAt, HandMadePractice.Of(practice, "DM020"), HandMadePractice.Of(practice, "CHD015"));
        string[] resources =
        [
            HandMadePractice.Write(o => MeasureWriter.Write(o, practice.Framework, dm020.Indicator)),
            HandMadePractice.Write(o => MeasureWriter.Write(o, practice.Framework, chd015.Indicator)),
            HandMadePractice.Write(o => writer.WriteSummary(o, practice, dm020, at)),
            HandMadePractice.Write(o => writer.WriteIndividual(o, practice, dm020, HandMadePractice.Individual(dm020, 2), at)),
            HandMadePractice.Write(o => writer.WriteSubjectList(o, practice, dm020, HandMadePractice.PatientId, at)),
            HandMadePractice.Write(o => writer.WriteSummary(o, practice, chd015, at)),
        ];
        var file = Path.Combine(Repository.Root, "profiles", "examples", "reports.ndjson");
        var text = string.Concat(resources.Select(r => r + "\n"));
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }
}
