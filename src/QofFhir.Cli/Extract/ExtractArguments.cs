using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;

namespace QofFhir.Cli.Extract;

/// <param name="Framework">Null: the newest.</param>
/// <param name="Endpoint">The server, once it is known which types are fetched.</param>
internal sealed record ExtractArguments(
    Func<IEnumerable<string>, FhirEndpoint> Endpoint, string Out, string? Framework, ExtractionMode Mode, BulkRequest Request, string? Definitions,
    IReadOnlyList<string> CodePacks);
