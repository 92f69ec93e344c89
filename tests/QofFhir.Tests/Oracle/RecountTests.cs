using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Definitions;
using QofFhir.Fhir.Reading;
using QofFhir.Tests.House;
using QofFhir.Tests.Spec;
using Xunit.Abstractions;

namespace QofFhir.Tests.Oracle;

/// <summary>FHIR files counted twice: by the product, and from the raw JSON with nothing of the product in between.</summary>
public sealed class RecountTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("qof-england-2019-20", "2020-03-31")]
    [InlineData("qof-england-2019-20", "2013-03-31")]
    [InlineData("qof-england-2019-20", "2010-10-31")]
    [InlineData("qof-england-2026-27", "2027-03-31")]
    [InlineData("qof-england-2026-27", "2015-03-31")]
    public void Foreign_bundles_are_counted_alike(string framework, string on)
    {
        if (Foreign() is not { } folder)
        {
            output.WriteLine("shared/data/synthea-r4 was not found beside the repository: nothing was recounted");
            return;
        }

        var library = DefinitionLibrary.Load(Repository.Root);
        Assert.NotEmpty(Agreed(library, framework, folder, SpecTable.Day(on), new RawCodes(sample: false)));
    }

    [Theory]
    [InlineData("qof-england-2026-27", "2027-03-31")]
    [InlineData("qof-england-2026-27", "2026-10-31")]
    [InlineData("qof-england-2019-20", "2027-03-31")]
    public void The_sample_practice_is_counted_alike(string framework, string on)
    {
        var agreed = Agreed(Rulebook.Library, framework, Path.Combine(Repository.Root, "samples", "practice"), SpecTable.Day(on), new RawCodes(sample: true));
        Assert.Contains(agreed, line => line.Contains("adjusted", StringComparison.Ordinal));
    }

    /// <returns>Patient, indicator, outcome and what is due: what both ways agree on.</returns>
    private List<string> Agreed(DefinitionLibrary library, string id, string folder, DateOnly achieved, RawCodes codes)
    {
        var framework = library.Framework(id);
        framework = OracleScope.Of(framework);
        var people = RawRecords.Read(folder, codes);
        var expected = (from person in people
                        from indicator in framework.Indicators.Select(i => i.Id)
                        let outcome = PlainQof.Year(indicator, person.Value, achieved)
                        where outcome is not null
                        select $"{person.Key} {indicator} {outcome}, {PlainQof.Clinical(indicator, person.Value, achieved)}").ToList();

        var reader = new RecordReader(library.CodeIndex(framework));
        foreach (var file in InputFiles.Find([folder]))
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, Path.GetFileName(file));
        }

        var read = reader.Finish();
        var result = Qof.Evaluate(framework, read.Records, ServiceDates.Year(achieved));
        var told = result.Indicators.Zip(Qof.Clinical(result, read.Records)).SelectMany(i => i.First.Outcomes.Zip(i.Second, (o, clinical) =>
            $"{read.Records.Patient(o.Patient).Id} {i.First.Indicator.Id} {SpecVerdict.Text(o.Outcome)}, {SpecVerdict.Text(clinical)}")).ToList();

        Assert.Empty(told.Except(expected).Select(line => "only the product: " + line).Concat(expected.Except(told).Select(line => "only the recount: " + line)));
        Assert.Equal(people.Values.Count(p => p.IsListed(achieved)), result.ListSize);
        foreach (var indicator in result.Indicators)
        {
            var mine = expected.Where(line => line.Contains($" {indicator.Indicator.Id} ", StringComparison.Ordinal)).ToList();
            Assert.Equal(mine.Count, indicator.Counts!.Population);
            Assert.Equal(mine.Count(line => line.Contains(" achieved,", StringComparison.Ordinal)), indicator.Counts.Numerator);
            output.WriteLine($"{indicator.Indicator.Id}: {Text(indicator.Counts)}");
        }

        return expected;
    }

    private static string Text(IndicatorCounts counts) =>
        $"population {counts.Population}, excluded {counts.Exclusions}, adjusted {counts.Adjustments}, numerator {counts.Numerator} of {counts.Denominator}";

    private static string? Foreign()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "shared", "data", "synthea-r4");
            if (Directory.Exists(found))
            {
                return found;
            }
        }

        return null;
    }
}
