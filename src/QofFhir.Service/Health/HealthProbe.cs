using QofFhir.Service.Practices;

namespace QofFhir.Service.Health;

/// <summary>Asks a running service on this machine whether it lives: for container images without curl.</summary>
internal static class HealthProbe
{
    /// <param name="arguments"><c>--health [URL]</c>; without URL the default address.</param>
    /// <returns>0 when it lives.</returns>
    public static async Task<int> Ask(string[] arguments)
    {
        var address = arguments.SkipWhile(a => a != "--health").Skip(1).FirstOrDefault() ?? ServiceSettings.DefaultUrl;
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await http.GetAsync(new Uri(address.TrimEnd('/') + "/health/live"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
