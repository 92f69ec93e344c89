using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;

namespace QofFhir.Cli.Extract;

/// <param name="Framework">Null: the newest.</param>
internal sealed record ExtractArguments(
    FhirEndpoint Endpoint, string Out, string? Framework, ExtractionMode Mode, BulkRequest Request, string? Definitions,
    IReadOnlyList<string> CodePacks);
