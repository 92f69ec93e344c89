using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests;

/// <summary>The end of a run, awaited as long as the slowest machine may need.</summary>
internal static class RunEnd
{
    private const int Minutes = 10;

    /// <returns>The run; still at work only if it did not end in all that time.</returns>
    public static async Task<JsonNode> Of(string id, Func<string, Task<JsonNode>> read)
    {
        var run = await read($"/runs/{id}?wait=60");
        for (var minute = 1; minute < Minutes && (string)run["status"]! is "queued" or "running"; minute++)
        {
            run = await read($"/runs/{id}?wait=60");
        }

        return run;
    }
}
