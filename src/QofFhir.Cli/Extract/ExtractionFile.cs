using QofFhir.Cli.Output;
using QofFhir.Extraction;

namespace QofFhir.Cli.Extract;

/// <summary><c>extraction.json</c>: what a folder of NDJSON cannot say of itself.</summary>
internal static class ExtractionFile
{
    public const string Name = "extraction.json";

    public static void Write(string folder, FhirEndpoint endpoint, ExtractionResult result)
    {
        using var file = File.Create(Path.Combine(folder, Name));
        file.Write(JsonText.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("base", endpoint.ToString());
            json.WriteString("mode", result.Mode.ToString().ToLowerInvariant());
            if (result.TransactionTime is { } time)
            {
                json.WriteString("transactionTime", time);
            }

            json.WriteStartObject("counts");
            foreach (var (type, count) in result.Counts)
            {
                json.WriteNumber(type, count);
            }

            json.WriteEndObject();
            json.WriteStartArray("missing");
            foreach (var missing in result.Missing)
            {
                json.WriteStartObject();
                if (missing.Type is { } type)
                {
                    json.WriteString("type", type);
                }

                json.WriteString("reason", missing.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Texts("warnings", result.Warnings);
            Texts("notHonoured", result.NotHonoured);
            json.WriteEndObject();

            void Texts(string name, IReadOnlyList<string> texts)
            {
                json.WriteStartArray(name);
                texts.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }
        }).Span);
    }
}
