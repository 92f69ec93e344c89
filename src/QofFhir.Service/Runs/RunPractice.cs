using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.DataChecks;
using QofFhir.Core.Evaluation;
using QofFhir.Extraction;
using QofFhir.Extraction.Cache;
using QofFhir.Fhir.Reading;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Improvement;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Submission;

namespace QofFhir.Service.Runs;

/// <summary>One run: extract, read, evaluate, store, submit. Nothing is kept of a run that does not come to its store.</summary>
internal sealed class RunPractice(
    ServicePlan plan, RuleBook rules, RunStore runs, RunsAtWork atWork, PracticeExtracts extracts, EvaluationPlaces places, SummaryStore summaries,
    PatientStore patients, Submitter submitter, TimeProvider clock, SummaryTable table, ModuleAttestations attestations, ModuleBook modules)
{
    /// <exception cref="RunFailure">It cannot be completed.</exception>
    /// <exception cref="Overtaken">Another worker does it.</exception>
    /// <exception cref="ExtractionException">The practice's system does not give its records.</exception>
    public async Task<Run> Execute(Run run, Practice practice, CancellationToken cancellation)
    {
        var rule = rules.Loaded ?? throw new RunFailure("the definitions are not loaded: " + (rules.Fault ?? "not yet"));
        var watch = new StepWatch(clock);
        try
        {
            using var extract = await Extract(run, practice, rule, watch, cancellation);
            run = run with { Extraction = Told(extract), Seconds = watch.Seconds };
            Save(run);
            run = await places.Work(() => Evaluate(run, practice, rule, extract, watch, cancellation), cancellation);
        }
        finally
        {
            extracts.End(run);
        }

        var submitted = await submitter.Submit(run, cancellation);
        if (submitted is not null)
        {
            watch.End("submit");
            run = run with { Submission = submitted, Seconds = watch.Seconds };
            Save(run);
        }

        return run;
    }

    private void Save(Run run)
    {
        if (!runs.Save(run))
        {
            throw new Overtaken();
        }
    }

    private async Task<CachedRun> Extract(Run run, Practice practice, LoadedFramework rule, StepWatch watch, CancellationToken cancellation)
    {
        var before = runs.LastSuccess(run.Practice, run.Framework)?.Records?.Resources;
        var extract = await extracts.Fetch(
            run, practice, modules.Asked(rule, practice.Ods),
            () =>
            {
                watch.End("wait");
                return atWork.Watch(run.Id, before);
            },
            cancellation);
        watch.End("extract");
        return extract;
    }

    private Run Evaluate(Run run, Practice practice, LoadedFramework rule, CachedRun extract, StepWatch watch, CancellationToken cancellation)
    {
        var read = Read(extract, rule, cancellation);
        watch.End("read");
        var clusters = ClusterCounts.Of(rule.Framework.Plan, read.Records);
        run = run with
        {
            Records = Told(read),
            Warnings = new RunChecks(plan.Checks).Warnings(
                run, extract, read, clusters, runs.Clusters(run.Practice, run.Framework), London.Day(extract.Records.Contents.TransactionTime ?? run.StartedAt ?? clock.GetUtcNow())),
            Seconds = watch.Seconds,
        };
        Save(run);

        if (rule.Framework.SampleCodes && !read.Records.AllSample)
        {
            throw new RunFailure("sample codes are loaded, and not every patient carries the sample tag");
        }

        var framework = rule.Framework.Lacking([.. extract.Missing.Select(m => m.Gap())]);
        var result = Qof.ByMonth(
            Qof.Evaluate(framework, read.Records, ServiceDates.Year(run.AchievementDate), practice.Ods, attestations.Of(practice.Ods, framework, run.AchievementDate)),
            read.Records);
        run = run with { Warnings = [.. run.Warnings, .. RunChecks.EmptyList(practice.Ods, read.Records.PatientCount, result.ListSize)] };
        watch.End("evaluate");
        run = Store(run, result, read, watch);
        if (!runs.Succeed(run, extract.Missing.Count == 0 ? clusters : null, [.. read.Problems.Take(RunProblems.Kept)]))
        {
            throw new Overtaken();
        }

        table.Print(run, result);
        return run;
    }

    private static ReadResult Read(CachedRun extract, LoadedFramework rule, CancellationToken cancellation)
    {
        var reader = new RecordReader(rule.Codes);
        foreach (var (name, open) in extract.Records.Inputs)
        {
            using var stream = open();
            reader.Read(stream, name, cancellation);
        }

        return reader.Finish();
    }

    /// <returns>The run as it succeeded; it is not yet said so in the store.</returns>
    private Run Store(Run run, PracticeResult result, ReadResult read, StepWatch watch)
    {
        var sample = result.Framework.SampleCodes || read.Records.AllSample;
        var now = clock.GetUtcNow();
        var reports = new RunReports(new MeasureReportWriter(new MeasureReportSettings(plan.Realm, sample)), result, read.Records, now);
        var summary = reports.Summaries().ToArray();
        Run? kept = null;
        patients.Replace(run.Practice, run.Id, reports.AboutPatients(), () =>
        {
            kept = summaries.Write(run, summary, changed => run with
            {
                Result = new RunResult(
                    result.ListSize, result.PointsEarned, result.PointsEvaluated, result.Framework.Points, summary.Length, changed,
                    result.OutsideItsYear, sample),
            });
            return kept is not null;
        });
        watch.End("store");
        return (kept ?? throw new Overtaken()) with
        {
            Status = RunStatus.Succeeded,
            EndedAt = clock.GetUtcNow(),
            Seconds = watch.Seconds,
        };
    }

    private static RunExtraction Told(CachedRun extract) => new(
        extract.Records.Contents.Mode, extract.Why, extract.Records.Contents.TransactionTime, extract.Requests, extract.Bytes, extract.Records.Contents.Counts,
        [.. extract.Missing.Select(m => m.ToString())], extract.Warnings, extract.NotHonoured);

    private static RunRecords Told(ReadResult read)
    {
        RunTypeCounts[] types = [.. read.Counts.Types.Select(t => new RunTypeCounts(t.Type, t.In, t.Accepted - t.Ignored, t.Rejected, t.Ignored))];
        return new RunRecords(
            types.Sum(t => t.Resources), types.Sum(t => t.Accepted), types.Sum(t => t.Rejected), types.Sum(t => t.Ignored), types,
            read.Records.PatientCount, read.Records.EventCount, read.Problems.Count);
    }
}
