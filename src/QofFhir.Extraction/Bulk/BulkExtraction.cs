using Polly;
using QofFhir.Extraction.Bulk.Files;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk;

/// <summary>Fetches a practice by FHIR Bulk Data (2, 3 or 4) and writes it to disk as NDJSON; what the server could not give is named.</summary>
/// <param name="http">Best from <see cref="SearchExtraction.NewClient"/>: it must neither follow redirects nor unpack.</param>
/// <param name="jitter">Spreads the retries of many workers; used by this extraction only.</param>
public sealed class BulkExtraction(
    HttpClient http, FhirEndpoint endpoint, BulkRequest request, ExtractionSettings settings, TimeProvider clock, Random jitter)
{
    /// <summary>Null: each extraction finds out by itself that a server does not answer.</summary>
    public EndpointCircuits? Circuits { get; init; }

    /// <summary>Hears how far it is, at each poll and each block of a file; from several downloads at a time.</summary>
    public IProgress<ExtractionProgress>? Progress { get; init; }

    /// <summary>A file that is there while the server works on an export, so that one which a killed process left is removed; null: none.</summary>
    public string? ExportFile { get; init; }

    /// <summary>Runs one export of all queries. The server's job is removed at the end, however it ends.</summary>
    /// <param name="folder">Must not exist; it appears when everything is in it.</param>
    /// <exception cref="ExtractionException">It could not be completed; no folder is left.</exception>
    public Task<ExtractionResult> Run(IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation) =>
        PartialFolder.Fill(folder, aside => Fetch(queries, aside, cancellation));

    private async Task<ExtractionResult> Fetch(IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation)
    {
        var findings = new Findings();
        var connection = new FhirConnection(http, endpoint, settings, clock, jitter)
        {
            Tell = findings.NotTaken,
            Until = clock.GetUtcNow() + settings.TotalTime,
            Circuit = Circuits?.Of(endpoint.Address) ?? ResiliencePipeline.Empty,
        };
        await Capabilities.Read(connection, endpoint, cancellation);
        var left = new LeftExport(ExportFile);
        await left.Remove(connection, endpoint);
        var begun = await new KickOff(connection, endpoint, request, settings, findings).Begin(queries, cancellation);
        var job = new ExportJob(
            connection, endpoint, settings, clock, jitter, begun.Status,
            said => Progress?.Report(new ExtractionProgress(connection.Requests, connection.Bytes, 0, said)));
        try
        {
            left.Note(begun.Status);
            var manifest = await job.Finished(cancellation);
            var checks = begun.Wanted.Filters.ToDictionary(f => f.Key, f => new FilterCheck([.. queries.Where(q => q.ResourceType == f.Key)]));
            using var landing = new Landing(folder, begun.Wanted.Types, checks);
            var deleted = new DeletedFile(folder);
            var intake = new ExportIntake(
                connection, new FileDownload(connection, endpoint, settings), new ExportFiles(job, endpoint, manifest), landing, deleted, findings, Progress);
            await intake.All(manifest, settings.Downloads, cancellation);
            var counts = landing.Settle();
            findings.LoseUnreached(connection, queries.Where(q => begun.Wanted.Types.Contains(q.ResourceType)));
            Conclude(manifest, begun.Wanted, counts, checks, findings);
            return new ExtractionResult(folder, [], counts, findings.Warnings, findings.NotHonoured, connection.Requests, connection.Bytes)
            {
                Mode = ExtractionMode.Bulk,
                Missing = findings.Missing,
                Deleted = File.Exists(deleted.Path) ? deleted.Path : null,
                TransactionTime = manifest.TransactionTime,
            };
        }
        finally
        {
            await job.Remove();
            left.Forget();
        }
    }

    private void Conclude(
        Manifest manifest, WantedExport wanted, SortedDictionary<string, int> counts, Dictionary<string, FilterCheck> checks, Findings findings)
    {
        if (manifest.TransactionTime is null)
        {
            findings.Warn("export: the manifest has no transactionTime; the next extraction must fetch everything");
        }

        if (request.Since is null && request.Patients.Count == 0)
        {
            if (counts.TryGetValue("Patient", out var patients) && patients == 0)
            {
                findings.Lose("Patient", "the export of everything holds no patient");
            }

            // Of a server that was not asked for types it is not known which it exports.
            foreach (var (type, _) in counts.Where(c => !wanted.Named && c.Value == 0 && c.Key != "Patient" && PracticeQueries.EveryPracticeHas.Contains(c.Key)))
            {
                findings.Lose(type, "the server exports none");
            }
        }

        foreach (var (type, _) in checks.Where(c => c.Value.Ignored))
        {
            findings.NotTaken($"{type}: _typeFilter seems to be ignored without a word; more was fetched than asked for, nothing less");
        }
    }
}
