using QofFhir.Core.Rules;
using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;
using QofFhir.Extraction.Http;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Runs;

/// <summary>The one place where the service fetches a practice's records: to disk, some practices at a time.</summary>
internal sealed class PracticeExtracts(
    ServicePlan plan, PracticeClients clients, EndpointCircuits circuits, ExtractionSettings settings, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _places = new(plan.Extractions);

    private string Root => Path.Combine(plan.DataFolder, "extracts");

    /// <exception cref="ExtractionException">The practice's system does not give its records.</exception>
    public async Task<ExtractionResult> Fetch(
        Run run, Practice practice, EvaluationPlan rules, Func<IProgress<ExtractionProgress>> begin, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            PrivateFolder.Create(Root);
            Remove(run);
            var extraction = new PracticeExtraction(
                clients.Of(practice.System), practice.System, practice.Mode, new BulkRequest(practice.Level), settings, clock, new Random(run.Attempt))
            {
                Circuits = circuits,
                Progress = begin(),
            };
            return await extraction.Run(PracticeQueries.For(rules, RuleBook.ValueSetUrl), Folder(run), cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Remove(Run run) => Remove(Folder(run));

    /// <summary>What a killed process left is about patients and of no use.</summary>
    public void RemoveAll() => Remove(Root);

    public void Dispose() => _places.Dispose();

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Folder(Run run) => Path.Combine(Root, run.Id);
}
