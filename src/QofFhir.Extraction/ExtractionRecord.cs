using System.Text.Json;
using System.Text.Json.Serialization;
using QofFhir.Fhir.Reading;

namespace QofFhir.Extraction;

/// <summary>What an extraction tells of itself in a small file beside its NDJSON, so that whoever evaluates it knows what is missing.</summary>
/// <param name="Base">The server's address, without query or credentials.</param>
/// <param name="Mode">Bulk or search, as it was fetched in the end.</param>
/// <param name="Since">The folder holds what changed since, and not a practice; null: a practice.</param>
/// <param name="TransactionTime">Null: the next extraction must fetch all.</param>
/// <param name="Missing">Empty is the only "complete".</param>
public sealed record ExtractionRecord(
    string Base,
    ExtractionMode Mode,
    DateTimeOffset? Since,
    DateTimeOffset? TransactionTime,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<MissingData> Missing,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> NotHonoured)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
    };

    /// <summary>The name of the file; readers of a folder leave it aside.</summary>
    public const string FileName = InputFiles.ExtractionRecord;

    public static ExtractionRecord Of(FhirEndpoint endpoint, DateTimeOffset? since, ExtractionResult result) => new(
        endpoint.ToString(), result.Mode, since, result.TransactionTime, result.Counts, result.Missing, result.Warnings, result.NotHonoured);

    /// <summary>What the folder lacks of a practice: what the server could not give, and all that did not change.</summary>
    [JsonIgnore]
    public IReadOnlyList<MissingData> Lacking =>
        Since is { } since ? [.. Missing, new MissingData(null, $"only what changed since {since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} was extracted")] : Missing;

    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <returns>Null when the folder has none: nobody says that anything is missing.</returns>
    /// <exception cref="ExtractionException">There is one that cannot be read, so what is missing is not known.</exception>
    public static ExtractionRecord? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ExtractionRecord>(File.ReadAllBytes(path), Json) ?? throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new ExtractionException($"{path}: this does not tell what the extraction holds; extract again", fault);
        }
    }
}
