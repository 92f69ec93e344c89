using BenchmarkDotNet.Attributes;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Definitions;
using QofFhir.Fhir.Reading;
using QofFhir.SampleGp.Practice;

namespace QofFhir.Benchmarks;

/// <summary>The steps of a run over a synthetic practice whose patients weigh what real ones do, some 100 entries each.</summary>
[MemoryDiagnoser]
public class PracticeBenchmarks
{
    private static readonly DateOnly AchievementDate = PracticeRecipe.DefaultAchievementDate;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "qoffhir-benchmark");
    private Framework _framework = null!;
    private CodeIndex _codes = null!;
    private PracticeRecords _records = null!;
    private PracticeResult _result = null!;

    [Params(1_000, 10_000)]
    public int Patients { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var library = DefinitionLibrary.Load(DefinitionLibrary.DefaultRoot);
        _framework = library.Framework("qof-england-2026-27");
        _codes = library.CodeIndex(_framework);
        SamplePractice.Write(new PracticeRecipe(Patients, 1, AchievementDate) { BackgroundEntries = 90 }, _folder);
        _records = Read();
        _result = Evaluate();
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public PracticeRecords Read()
    {
        var reader = new RecordReader(_codes);
        foreach (var file in InputFiles.Find([_folder]))
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, Path.GetFileName(file));
        }

        return reader.Finish().Records;
    }

    [Benchmark]
    public PracticeResult Evaluate() => Qof.Evaluate(_framework, _records, ServiceDates.Year(AchievementDate));

    [Benchmark]
    public int ClinicallyDue() => Qof.Clinical(_result, _records).Sum(states => states.Count(s => s.Due == Core.Evaluation.ClinicallyDue.Due));
}
