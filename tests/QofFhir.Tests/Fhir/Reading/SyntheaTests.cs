using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading;
using Xunit.Abstractions;

namespace QofFhir.Tests.Fhir.Reading;

/// <summary>Reads bundles that nobody here made, where they lie beside the repository.</summary>
public class SyntheaTests(ITestOutputHelper output)
{
    private static readonly CodeIndex Codes = new(
        new HashSet<string> { "sct|44054006", "sct|59621000", "loinc|4548-4", "loinc|55284-4", "loinc|85354-9" },
        new HashSet<string> { "loinc|55284-4", "loinc|85354-9" },
        new Dictionary<string, PressurePart> { ["loinc|8480-6"] = PressurePart.Systolic, ["loinc|8462-4"] = PressurePart.Diastolic },
        new Dictionary<string, string> { ["loinc|4548-4"] = "mmol/mol" });

    [Fact]
    public void All_bundles_are_read_and_only_missing_units_are_problems()
    {
        if (Folder() is not { } folder)
        {
            output.WriteLine("Not run: no folder shared/data/synthea-r4 beside the repository.");
            return;
        }

        var reader = new RecordReader(Codes);
        foreach (var file in InputFiles.Find([folder]))
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, Path.GetFileName(file));
        }

        var result = reader.Finish();

        // Counted in the JSON with another tool: of 1,003 pressure panels 137 have numbers without a unit.
        Assert.Equal(137, result.Problems.Count);
        Assert.All(result.Problems, p => Assert.Equal((ProblemKind.Unit, ProblemSeverity.Warning), (p.Kind, p.Severity)));
        Assert.Equal((302 + 8 + (2 * (1_003 - 137)) + 137, 302), (result.Records.EventCount, result.Quality.ConvertedValues));
        Assert.Equal((30_465, 30_465, 0, 94), (result.Counts.In, result.Counts.Accepted, result.Counts.Rejected, result.Records.PatientCount));
        Assert.Equal(14_478, result.Counts.Types.Single(t => t.Type == "Observation").In);
        output.WriteLine($"{result.Records.EventCount} events, {result.Quality.ConvertedValues} converted.");
    }

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "synthea-r4");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
