using System.Text.RegularExpressions;
using QofFhir.Fhir.Writing;
using QofFhir.Tests.House;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Publishing;

/// <summary>Every indicator and register of every year, as it is published, on the patients made for its rows and edges, by an engine that nobody here wrote.</summary>
public sealed partial class YearAgreementTests
{
    private static readonly NodeProject Harness = new("tests", "agreement");

    public static TheoryData<string> Frameworks => [.. Rulebook.FrameworkIds];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_population_of_a_hundred_patients_a_measure_is_the_same(string id)
    {
        var (exit, output) = Harness.Run("years.mjs", "--framework", id, "--qof", Path.Combine(AppContext.BaseDirectory, "qof.dll"));

        Assert.True(exit == 0, output);
        Assert.EndsWith(" 0 disagreements\n", output, StringComparison.Ordinal);
        var compared = Measures().Matches(output).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(Rulebook.Framework(id).Reported.Where(MeasureWriter.Measures).Select(i => i.Id).Order(StringComparer.Ordinal), compared);
    }

    [GeneratedRegex(@"(?m)^(\S+) +100 +\d+ +[\d.]+ +0$")]
    private static partial Regex Measures();
}
