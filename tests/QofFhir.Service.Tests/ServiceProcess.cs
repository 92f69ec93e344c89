using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests;

/// <summary>The built service as a process of its own, that can be killed.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, said) => Hear(said.Data);
        process.ErrorDataReceived += (_, said) => Hear(said.Data);
        process.Exited += (_, _) => _listens.TrySetException(new InvalidOperationException("The service ended: " + Said));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; } = new();

    /// <summary>All that it wrote to its output and its errors.</summary>
    public string Said => string.Join('\n', _said);

    public static async Task<ServiceProcess> Start(params IEnumerable<string> settings)
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var start = new ProcessStartInfo(Path.GetFullPath(dotnet)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in settings.Select(s => "--" + s).Prepend("--urls=http://127.0.0.1:0").Prepend(Path.Combine(AppContext.BaseDirectory, "QofFhir.Service.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        // What a process of seconds measures of itself never pays.
        start.Environment["DOTNET_TieredPGO"] = "0";
        var service = new ServiceProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        service.Http.BaseAddress = await service._listens.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return service;
    }

    public void Authorise(string key) => Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

    /// <summary>The key that a first start shows, soon after it listens.</summary>
    public async Task<string> FirstKey()
    {
        while (true)
        {
            if (_said.SingleOrDefault(l => l.Contains("shown this once: ", StringComparison.Ordinal)) is { } line)
            {
                return line.Split(": ")[1].Trim();
            }

            await Task.Delay(20);
        }
    }

    public async Task<string> Run(string practice)
    {
        using var answer = await Http.PostAsJsonAsync("/runs", new { practice });
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
    }

    public Task<JsonNode> Ended(string id) => RunEnd.Of(id, Json);

    public async Task<JsonNode> Json(string address) => JsonNode.Parse(await Http.GetStringAsync(address))!;

    /// <summary>As <c>kill -9</c> does; gone when this returns.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Stands still as if its machine did, and goes on.</summary>
    public void Pause() => Signal("STOP");

    public void Continue() => Signal("CONT");

    /// <summary>As an orchestrator ends it: with time to put its work down.</summary>
    public async Task End()
    {
        Signal("TERM");
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        Http.Dispose();
        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        _said.Enqueue(line);
        const string listening = "Now listening on: ";
        if (line.IndexOf(listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            _listens.TrySetResult(new Uri(line[(at + listening.Length)..].Trim()));
        }
    }
}
