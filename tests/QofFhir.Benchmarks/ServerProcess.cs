using System.Diagnostics;
using QofFhir.SampleGp.Server;

namespace QofFhir.Benchmarks;

/// <summary>A sample GP system in a process of its own, so that what the client takes can be told apart; it ends with this one.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string origin) => (_process, Origin) = (process, origin);

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; }

    /// <summary>The other half: serves until its input ends.</summary>
    public static async Task Serve(string folder)
    {
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(folder) { FaultsOverHttp = true });
        Console.WriteLine(gp.BaseUrl.GetLeftPart(UriPartial.Authority));
        await Console.In.ReadToEndAsync();
    }

    public static async Task<ServerProcess> Start(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? [typeof(ServerProcess).Assembly.Location, "serve", folder] : new[] { "serve", folder })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        return new ServerProcess(process, (await process.StandardOutput.ReadLineAsync())!);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
