using System.Net.Sockets;
using System.Text;

namespace QofFhir.Tests.Cli;

/// <summary><c>qof sample-gp</c>: a system to try the tool on.</summary>
public sealed class SampleGpTests
{
    [Fact]
    public async Task It_serves_until_it_is_stopped_and_misbehaves_on_request()
    {
        using var practice = new TinyPractice();
        var port = FreePort();
        using var tool = QofProcess.Start(new Dictionary<string, string>(), "sample-gp", practice.Input, "--port", $"{port}");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        for (var tries = 0; tries < 600 && !await Answers(http); tries++)
        {
            await Task.Delay(100);
        }

        Assert.Contains("\"total\":", await http.GetStringAsync("/fhir/Patient"), StringComparison.Ordinal);
        using var faults = new StringContent("""{"off":true}""", Encoding.UTF8, "application/json");
        using var taken = await http.PostAsync("/faults", faults);
        Assert.True(taken.IsSuccessStatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetStringAsync("/fhir/Patient"));
        tool.Stop();
        var ran = await tool.Ended();
        Assert.Equal(0, ran.Code);
        Assert.StartsWith($"http://127.0.0.1:{port}/fhir serves ", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there are no *.ndjson files in it", "/nowhere")]
    [InlineData("--port expects", ".", "--port", "70000")]
    [InlineData("--client-id and --keys go together", null, "--client-id", "qof")]
    public void What_cannot_be_served_is_a_mistake_of_usage(string said, string? folder, params string[] more)
    {
        using var practice = new TinyPractice();
        var ran = Ran.Qof(["sample-gp", folder ?? practice.Input, .. more]);
        Assert.Equal(2, ran.Code);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    private static async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/fhir/metadata");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
