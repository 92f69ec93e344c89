using System.ComponentModel;
using System.Diagnostics;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>The FHIR validators of tests/validators, restored once; they need Node on the machine and say so when it is missing.</summary>
internal static class Validators
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "validators");

    // Once in the process, whichever test comes first.
    private static readonly Lazy<string> Restored = new(Restore);

    /// <summary>The folder of the node scripts, with what they need in it.</summary>
    public static string RestoredFolder => Restored.Value;

    /// <summary>Runs the validators over resources, one JSON object each.</summary>
    /// <returns>Exit code, and what was printed: a fault's line begins with FILE:LINE.</returns>
    public static (int Exit, string Output) Validate(IEnumerable<string> resources)
    {
        var folder = Directory.CreateTempSubdirectory("qoffhir-validators-");
        try
        {
            var file = Path.Combine(folder.FullName, "in.ndjson");
            File.WriteAllText(file, string.Join('\n', resources) + "\n");
            return ValidateFiles(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static (int Exit, string Output) ValidateFiles(params string[] files) =>
        Run("node", [Path.Combine(Restored.Value, "validate.mjs"), .. files]);

    private static string Restore()
    {
        var lockFile = Path.Combine(Folder, "package-lock.json");
        var restored = Path.Combine(Folder, "node_modules", ".package-lock.json");
        if (!File.Exists(restored) || File.GetLastWriteTimeUtc(restored) < File.GetLastWriteTimeUtc(lockFile))
        {
            var (exit, output) = Run("npm", "ci", "--no-audit", "--no-fund");
            Assert.True(exit == 0, $"npm ci failed in {Folder}:\n{output}");
        }

        return Folder;
    }

    private static (int Exit, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
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
            throw new InvalidOperationException($"'{program}' is not on this machine: install Node 20.19 or later with npm to validate what we write.", missing);
        }
    }
}
