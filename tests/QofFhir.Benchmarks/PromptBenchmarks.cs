using BenchmarkDotNet.Attributes;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Cards;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Definitions;
using QofFhir.Fhir.Reading;

namespace QofFhir.Benchmarks;

/// <summary>What a consultation waits for: one patient of some 120 entries against every indicator of a year, all of them evaluable by the sample code pack.</summary>
[MemoryDiagnoser]
public class PromptBenchmarks
{
    private Framework _framework = null!;
    private CodeIndex _codes = null!;
    private Prompter _prompter = null!;
    private OnePatient _patient = null!;
    private PracticeRecords _records = null!;
    private PatientPrompts _prompts = null!;
    private IReadOnlyList<AdjustmentOption> _adjustments = [];
    private byte[] _bundle = [];
    private DateOnly _today;

    [Params("qof-england-2026-27", "qof-england-2019-20")]
    public string Year { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var library = DefinitionLibrary.Load(DefinitionLibrary.DefaultRoot, Path.Combine(AppContext.BaseDirectory, "samples", "valuesets"));
        _framework = library.Framework(Year);
        _codes = library.CodeIndex(_framework);
        _prompter = new Prompter(_framework);
        _today = _framework.YearStart.AddDays(243);
        _patient = new OnePatient(_framework, _codes, _today);
        _records = _patient.Records();
        _bundle = _patient.Bundle();
        _prompts = _prompter.Of(_records, 0, _today);
        _adjustments = _prompter.AdjustmentsOf(_records, 0, _prompts);
        var read = RecordReader.ReadAll(_codes, _bundle);
        if (read.Problems.Count > 0 || read.Records.EventCount != _records.EventCount)
        {
            throw new InvalidOperationException("the patient in memory is not the one in FHIR");
        }

        Console.WriteLine($"// {_patient.Entries} entries, {_records.EventCount} events, {_bundle.Length / 1024} KB of FHIR; {_prompts.Prompts.Count} indicators: "
            + string.Join(", ", _prompts.Prompts.GroupBy(p => p.State).Select(g => $"{g.Count()} {g.Key}")));
    }

    [Benchmark(Baseline = true)]
    public PatientPrompts Prompts() => _prompter.Of(_records, 0, _today);

    [Benchmark]
    public IReadOnlyList<Card> Cards() => CardDeck.Of(_prompts, _adjustments, new CardOptions());

    [Benchmark]
    public IReadOnlyList<AdjustmentOption> Adjustments() => _prompter.AdjustmentsOf(_records, 0, _prompts);

    [Benchmark]
    public PatientPrompts PromptsOfOwnTables() => _prompter.Of(_patient.Records(), 0, _today);

    [Benchmark]
    public PatientPrompts PromptsOfFhir() => _prompter.Of(RecordReader.ReadAll(_codes, _bundle).Records, 0, _today);

    [Benchmark]
    public Explanation Explain() => _prompter.Explain(_records, 0, _today, _prompts.Prompts[0].Indicator.Id);
}
