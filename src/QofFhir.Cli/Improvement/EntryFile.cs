using System.Text.Json;
using System.Text.Json.Nodes;

namespace QofFhir.Cli.Improvement;

/// <summary>An entry of a plan in a file: a JSON object. What its members must be, the service says.</summary>
internal static class EntryFile
{
    /// <exception cref="StopException">It is no JSON object.</exception>
    public static JsonObject Read(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            return JsonNode.Parse(file) as JsonObject ?? throw new StopException(ExitCode.Usage, $"{path}: a JSON object was expected");
        }
        catch (JsonException fault)
        {
            throw new StopException(ExitCode.Usage, $"{path}:{fault.LineNumber + 1}:{fault.BytePositionInLine + 1} it is no JSON");
        }
    }
}
