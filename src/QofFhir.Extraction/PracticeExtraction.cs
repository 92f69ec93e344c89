using QofFhir.Extraction.Bulk;
using QofFhir.Extraction.Http;
using QofFhir.Extraction.Searching;

namespace QofFhir.Extraction;

/// <summary>Fetches a practice by Bulk Data or by search, whichever is asked or the server offers.</summary>
/// <param name="http">Best from <see cref="SearchExtraction.NewClient"/>.</param>
/// <param name="request">Whose records, and since when; a search takes whomever the server lists, so it is not done for a Group.</param>
/// <param name="jitter">Spreads the retries of many workers; used by this extraction only.</param>
public sealed class PracticeExtraction(
    HttpClient http, FhirEndpoint endpoint, ExtractionMode mode, BulkRequest request, ExtractionSettings settings, TimeProvider clock, Random jitter)
{
    /// <summary>Null: each extraction finds out by itself that a server does not answer.</summary>
    public EndpointCircuits? Circuits { get; init; }

    /// <summary>Hears how far it is; from several downloads at a time.</summary>
    public IProgress<ExtractionProgress>? Progress { get; init; }

    /// <inheritdoc cref="BulkExtraction.ExportFile"/>
    public string? ExportFile { get; init; }

    internal FhirEndpoint Endpoint => endpoint;

    internal ExtractionMode Mode => mode;

    internal BulkRequest Request => request;

    internal ExtractionSettings Settings => settings;

    /// <param name="folder">Must not exist; it appears when everything is in it.</param>
    /// <exception cref="ExtractionException">It could not be completed; no folder is left.</exception>
    public async Task<ExtractionResult> Run(IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation)
    {
        string[] told = [];
        if (mode != ExtractionMode.Search)
        {
            try
            {
                return await Export(request, queries, folder, cancellation);
            }
            catch (ExtractionException fault) when (mode == ExtractionMode.Auto && fault.NotOffered)
            {
                RequireAll($"{fault.Message}, or does not know the Group; ");
                told = [$"{fault.Message}; fetched by search instead"];
            }
        }

        var window = request.Since is { } since ? new ChangeWindow(since - settings.Overlap, _ => true) : null;
        var found = await Search(window, queries, folder, cancellation);
        return found with { NotHonoured = [.. told, .. found.NotHonoured] };
    }

    internal Task<ExtractionResult> Export(BulkRequest asked, IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation) =>
        new BulkExtraction(http, endpoint, asked, settings, clock, jitter) { Circuits = Circuits, Progress = Progress, ExportFile = ExportFile }
            .Run(queries, folder, cancellation);

    internal Task<ExtractionResult> Search(ChangeWindow? window, IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation)
    {
        RequireAll("");
        return new SearchExtraction(http, endpoint, settings, clock, jitter) { Circuits = Circuits, Progress = Progress, Window = window }.Run(queries, folder, cancellation);
    }

    /// <summary>A search takes whomever the server lists: beside a Group that would be other practices' patients.</summary>
    private void RequireAll(string before)
    {
        if (request.Level is BulkLevel.Group)
        {
            throw new ExtractionException($"{before}a search is not narrowed to a Group, so nothing was fetched by search");
        }
    }
}
