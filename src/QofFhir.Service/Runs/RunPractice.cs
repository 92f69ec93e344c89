using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Extraction;
using QofFhir.Fhir.Reading;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Attestations;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Submission;

namespace QofFhir.Service.Runs;

/// <summary>One run: extract, read, evaluate, store, submit. Nothing is kept of a run that does not come to its store.</summary>
internal sealed class RunPractice(
    ServicePlan plan, RuleBook rules, RunStore runs, SummaryStore summaries, PatientStore patients, Submitter submitter, HttpClient http,
    ExtractionSettings settings, TimeProvider clock, SummaryTable table, AttestationStore attestations)
{
    private const int ProblemsKept = 20;

    /// <summary>What a killed process left of its extractions is about patients and of no use.</summary>
    public static void RemoveExtracts(ServicePlan plan) => Remove(Extracts(plan));

    /// <exception cref="RunFailure">It cannot be completed.</exception>
    /// <exception cref="ExtractionException">The practice's system does not give its records.</exception>
    public async Task<Run> Execute(Run run, Practice practice, CancellationToken cancellation)
    {
        var rule = rules.Loaded ?? throw new RunFailure("the definitions are not loaded: " + (rules.Fault ?? "not yet"));
        var watch = new StepWatch(clock);
        var folder = Path.Combine(Extracts(plan), run.Id);
        try
        {
            var extract = await Extract(run, practice, rule.Framework, folder, cancellation);
            watch.End("extract");
            run = run with { Extraction = Told(extract), Seconds = watch.Seconds };
            runs.Save(run);

            var read = Read(extract, rule, cancellation);
            watch.End("read");
            run = run with { Records = Told(read), Seconds = watch.Seconds };
            runs.Save(run);

            if (rule.Framework.SampleCodes && !read.Records.AllSample)
            {
                throw new RunFailure("sample codes are loaded, and not every patient carries the sample tag");
            }

            var result = Qof.Evaluate(rule.Framework, read.Records, ServiceDates.Year(run.AchievementDate), practice.Ods, attestations.Latest(practice.Ods, rule.Framework.Id));
            watch.End("evaluate");
            run = Store(run, result, read, watch);
            table.Print(run, result);
        }
        finally
        {
            Remove(folder);
        }

        var submitted = await submitter.Submit(run, run.Result!.Sample, cancellation);
        if (submitted is not null)
        {
            watch.End("submit");
            run = run with { Submission = submitted, Seconds = watch.Seconds };
            runs.Save(run);
        }

        return run;
    }

    private Task<ExtractionResult> Extract(Run run, Practice practice, Framework framework, string folder, CancellationToken cancellation)
    {
        PrivateFolder.Create(Path.GetDirectoryName(folder)!);
        Remove(folder);
        var extraction = new SearchExtraction(http, practice.System, settings, clock, new Random(run.Attempt));
        return extraction.Run(PracticeQueries.For(framework.Plan, RuleBook.ValueSetUrl), folder, cancellation);
    }

    private static ReadResult Read(ExtractionResult extract, LoadedFramework rule, CancellationToken cancellation)
    {
        var reader = new RecordReader(rule.Codes);
        foreach (var file in extract.Files)
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, Path.GetFileName(file), cancellation);
        }

        return reader.Finish();
    }

    private Run Store(Run run, PracticeResult result, ReadResult read, StepWatch watch)
    {
        var sample = result.Framework.SampleCodes || read.Records.AllSample;
        var now = clock.GetUtcNow();
        var reports = new RunReports(new MeasureReportWriter(new MeasureReportSettings(SampleData: sample)), result, read.Records, now);
        var summary = reports.Summaries().ToArray();
        Run? kept = null;
        patients.Replace(run.Practice, run.Id, reports.AboutPatients(), () =>
        {
            kept = summaries.Write(run, summary, changed =>
            {
                watch.End("store");
                return run with
                {
                    Status = RunStatus.Succeeded,
                    EndedAt = clock.GetUtcNow(),
                    Seconds = watch.Seconds,
                    Result = new RunResult(
                        result.ListSize, result.PointsEarned, result.PointsEvaluated, result.Framework.Points, summary.Length, changed,
                        result.OutsideItsYear, sample),
                };
            });
            return kept is not null;
        });
        return kept ?? throw new RunFailure("a later attempt of this run was begun; this one wrote nothing");
    }

    private static RunExtraction Told(ExtractionResult extract) =>
        new(extract.Requests, extract.Bytes, extract.Counts, extract.Warnings, extract.NotHonoured);

    private static RunRecords Told(ReadResult read) => new(
        read.Counts.In, read.Counts.Accepted, read.Counts.Rejected, read.Counts.NotUsed, read.Counts.SetAside, read.Records.PatientCount, read.Records.EventCount,
        read.Problems.Count, [.. read.Problems.Take(ProblemsKept).Select(p => $"{p.Where} {p.Expression}: {p.Text}")]);

    private static string Extracts(ServicePlan plan) => Path.Combine(plan.DataFolder, "extracts");

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
