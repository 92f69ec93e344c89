using System.ComponentModel;
using System.Diagnostics;

namespace QofFhir.Tests.House;

/// <summary>A Node project of the repository, restored when a test first needs it; it needs Node on the machine and says so when it is missing.</summary>
internal sealed class NodeProject
{
    private readonly string _folder;
    private readonly Lazy<string> _restored;

    public NodeProject(params string[] path)
    {
        _folder = Path.Combine([Repository.Root, .. path]);
        _restored = new Lazy<string>(Restore);
    }

    /// <summary>The folder of the node scripts, with what they need in it.</summary>
    public string RestoredFolder => _restored.Value;

    /// <returns>Exit code, and what was printed.</returns>
    public (int Exit, string Output) Run(string script, params string[] arguments) =>
        Start("node", [Path.Combine(RestoredFolder, script), .. arguments]);

    private string Restore()
    {
        var lockFile = Path.Combine(_folder, "package-lock.json");
        var restored = Path.Combine(_folder, "node_modules", ".package-lock.json");
        if (!File.Exists(restored) || File.GetLastWriteTimeUtc(restored) < File.GetLastWriteTimeUtc(lockFile))
        {
            var (exit, output) = Start("npm", "ci", "--no-audit", "--no-fund");
            Assert.True(exit == 0, $"npm ci failed in {_folder}:\n{output}");
        }

        return _folder;
    }

    private (int Exit, string Output) Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"'{program}' is not on this machine: install Node 20.19 or later with npm.", missing);
        }
    }
}
