using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;
using QofFhir.Fhir.Reading;
using QofFhir.SampleGp.Practice;
using QofFhir.Tests.House;

namespace QofFhir.Tests.SampleGp;

/// <summary>The sample practice meets the value sets and the reader of the product.</summary>
public sealed class SampleCodesTests
{
    private static readonly ValueSetLibrary Sets = Load();

    [Fact]
    public void Every_code_that_the_generator_writes_is_in_the_value_set_of_its_cluster() =>
        Assert.All(SampleCodes.All.Where(c => c.Cluster is not null), c =>
            Assert.True(Sets.Clusters[c.Cluster!].Codes.Contains(CodeKey.Of(c.System, c.Code)), c.Display));

    [Theory]
    [InlineData("BP_COD")]
    [InlineData("CLINBP_COD")]
    public void Clinic_pressures_are_in_both_pressure_clusters(string cluster) =>
        Assert.All(SampleCodes.All.Where(c => c.Cluster == "BP_COD"), c =>
            Assert.True(Sets.Clusters[cluster].Codes.Contains(CodeKey.Of(c.System, c.Code)), c.Display));

    [Fact]
    public void The_sample_is_read_whole_and_only_what_it_is_made_to_show_is_a_problem()
    {
        var reader = new RecordReader(Codes());
        foreach (var file in InputFiles.Find([SamplePractice.Folder]))
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, Path.GetFileName(file));
        }

        var read = reader.Finish();

        Assert.Equal((400, 0L), (read.Records.PatientCount, read.Counts.Rejected));
        Assert.True(read.Records.AllSample);
        var problem = Assert.Single(read.Problems);
        Assert.Equal((ProblemKind.Unit, ProblemSeverity.Warning), (problem.Kind, problem.Severity));
        Assert.Equal((4L, 2L), (read.Quality.PartialDates, read.Quality.AbatedConditions));
        Assert.InRange(read.Quality.ConvertedValues, 2, 40);
        Assert.Equal(1, read.Quality.Registrations[RegistrationSource.GeneralPractitioner]);
        Assert.Equal(1, read.Quality.PatientsWithoutRegistration);
    }

    private static ValueSetLibrary Load()
    {
        var mistakes = new List<DefinitionMistake>();
        var sets = ValueSetLibrary.Load(Path.Combine(Repository.Root, "valuesets"), [Path.Combine(Repository.Root, "samples", "valuesets")], mistakes);
        Assert.Empty(mistakes);
        return sets;
    }

    private static CodeIndex Codes()
    {
        var pressures = Sets.Clusters["BP_COD"].Codes.Union(Sets.Clusters["HOMEAMBBP_COD"].Codes).ToHashSet();
        var units = Sets.Clusters["IFCCHBAM_COD"].Codes.Select(c => (c, "mmol/mol")).Concat(pressures.Select(c => (c, "mm[Hg]")))
            .ToDictionary(p => p.c, p => p.Item2);
        return new CodeIndex(Sets.Clusters.Values.SelectMany(c => c.Codes).ToHashSet(), pressures, Sets.PressureParts, units);
    }
}
