using QofFhir.Core.DataChecks;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Fhir.Reading;
using QofFhir.Fhir.Writing;
using QofFhir.Fhir.Writing.Gaps;
using QofFhir.Tests.Fhir.Writing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Golden;

/// <summary>The sample practice's gaps in care: Bundles with every state of every measure, before validators that nobody here wrote.</summary>
public sealed class SamplePracticeGapsTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Fact]
    public void Every_state_of_every_measure_passes_in_both_realms()
    {
        var library = DefinitionLibrary.Load(Repository.Root, At("samples/valuesets"));
        var framework = library.Framework("qof-england-2026-27");
        var reader = new RecordReader(library.CodeIndex(framework));
        foreach (var file in Directory.GetFiles(At("samples/practice"), "*.ndjson").Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, file);
        }

        var records = reader.Finish().Records;
        var lacking = framework.Lacking([new DataGap([ClusterClass.Drug], "MedicationRequest: refused")]);
        var (whole, partial) = (new Prompter(framework), new Prompter(lacking));
        var seen = new HashSet<(string, PromptState)>();
        var bundles = new List<string>();
        for (var patient = 0; patient < records.PatientCount; patient++)
        {
            // A few patients stand in records without medicines: what rests on them cannot be told.
            var prompter = patient % 10 == 0 ? partial : whole;
            var prompts = prompter.Of(records, patient, Today).Prompts;
            var anew = prompts.Count(p => seen.Add((p.Indicator.Id, p.State)));
            if (anew == 0)
            {
                continue;
            }

            var evidence = prompter.EvidenceOf(records, patient, Today, prompts);
            var gaps = new PatientGaps(
                patient % 10 == 0 ? lacking : framework, "A99999", new Uri("http://127.0.0.1/fhir"), ServiceDates.Year(Today), records.Registration, records.Patient(patient), null,
                HandMadePractice.ComputedAt, [.. prompts.Zip(evidence, (p, e) => new PatientGap(p, p.Outcome is { } o ? IndividualEvidence.Of(o, e) : []))])
            {
                IsDocument = patient % 5 != 0,
            };
            bundles.AddRange(Enum.GetValues<DeqmRealm>().Select(r => HandMadePractice.Write(o => new CareGapsWriter(new(r, SampleData: true)).WriteBundle(o, gaps))));
        }

        Assert.Equal(Enum.GetValues<PromptState>().Order(), seen.Select(s => s.Item2).Distinct().Order());
        var measures = framework.Reported.Where(MeasureWriter.Measures).Select(i => HandMadePractice.Write(o => MeasureWriter.Write(o, framework, i)));
        var (exit, output) = Validators.Validate([.. measures, .. bundles]);
        Assert.True(exit == 0, output[..Math.Min(output.Length, 4000)]);
    }

    private static string At(string path) => Path.Combine(Repository.Root, path);
}
