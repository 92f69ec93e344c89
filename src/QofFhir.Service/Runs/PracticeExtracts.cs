using QofFhir.Core.Rules;
using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;
using QofFhir.Extraction.Cache;
using QofFhir.Extraction.Http;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Runs;

/// <summary>The one place where the service fetches practices' records and keeps them: to disk, some practices at a time.</summary>
internal sealed class PracticeExtracts(
    ServicePlan plan, PracticeClients clients, EndpointCircuits circuits, ExtractionSettings settings, TimeProvider clock) : IDisposable
{
    private const string ExportExtension = ".export";

    private readonly SemaphoreSlim _places = new(plan.Extractions);

    /// <summary>What changed, or everything where that is due or asked for.</summary>
    /// <exception cref="ExtractionException">The practice's system does not give its records.</exception>
    public async Task<CachedRun> Fetch(
        Run run, Practice practice, EvaluationPlan rules, Func<IProgress<ExtractionProgress>> begin, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            Expire();
            var extraction = new PracticeExtraction(
                clients.Of(practice.System), practice.System, practice.Mode, new BulkRequest(practice.Level), settings, clock, new Random(run.Attempt))
            {
                Circuits = circuits,
                Progress = begin(),
                ExportFile = Path.Combine(plan.Records.Folder, practice.Ods + ExportExtension),
            };
            var cached = new CachedExtraction(extraction, plan.Records.Of(practice.Ods)) { FullEvery = plan.Records.FullEvery };
            return await cached.Run(PracticeQueries.For(rules, RuleBook.ValueSetUrl), run.Full, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>To be called when a run has read its records: they stay only where that is configured.</summary>
    public void End(Run run)
    {
        if (!plan.Records.Keep)
        {
            plan.Records.Of(run.Practice).Delete();
        }
    }

    /// <summary>What a killed process left is about patients and of no use; so are the records of practices that are not run here any more.</summary>
    public void Clear(IEnumerable<string> practices)
    {
        string[] extensions = plan.Records.Keep ? [RecordsPlan.Extension, ExportExtension] : [ExportExtension];
        var kept = practices.SelectMany(p => extensions.Select(e => p + e)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Entries().Where(p => !kept.Contains(Path.GetFileName(p))))
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }

        Expire();
    }

    public void Dispose() => _places.Dispose();

    /// <summary>Whoever reads expired records has them open and reads on.</summary>
    private void Expire()
    {
        var oldest = (clock.GetUtcNow() - plan.Records.Retain).UtcDateTime;
        foreach (var path in Entries().Where(p => p.EndsWith(RecordsPlan.Extension, StringComparison.Ordinal) && File.GetLastWriteTimeUtc(p) < oldest))
        {
            File.Delete(path);
        }
    }

    private string[] Entries() => Directory.Exists(plan.Records.Folder) ? Directory.GetFileSystemEntries(plan.Records.Folder) : [];
}
