using System.Diagnostics;
using QofFhir.Definitions.Publishing;

namespace QofFhir.Cli.Publish;

/// <summary>The official CQL translator, run by Node outside this process: for rules that were not translated when the program was made.</summary>
/// <param name="script">Path of translate.mjs; null: none is at hand.</param>
internal sealed class Translator(string? script)
{
    /// <summary>Where the source of this tool keeps it, seen from its root.</summary>
    private static readonly string InSource = Path.Combine("tools", "cql", "translate.mjs");

    /// <summary>The one asked for, or that of the source when the tool runs there.</summary>
    /// <exception cref="StopException">The one asked for is not there.</exception>
    public static Translator At(string? asked)
    {
        if (asked is not null && !File.Exists(asked))
        {
            throw new StopException(ExitCode.Files, $"--translator {asked}: no such file");
        }

        return new Translator(asked ?? (File.Exists(InSource) ? InSource : null));
    }

    /// <param name="libraries">All that the wanted ones may include, themselves among them.</param>
    public Elm Translate(IReadOnlyList<CqlLibrary> libraries, IReadOnlyList<string> wanted, CancellationToken cancellation)
    {
        if (script is null)
        {
            return None("no translator is at hand; --translator names one");
        }

        if (Node() is not { } node)
        {
            return None("Node is not installed, which the translator needs");
        }

        var folder = Directory.CreateTempSubdirectory("qof-publish-");
        try
        {
            var (cql, elm) = (folder.CreateSubdirectory("cql").FullName, folder.CreateSubdirectory("elm").FullName);
            foreach (var library in libraries)
            {
                File.WriteAllText(Path.Combine(cql, library.Name + ".cql"), library.Text);
            }

            if (Run(node, [script, "--quiet", cql, elm], cancellation) is { } fault)
            {
                return None("the translator refused: " + fault);
            }

            return new Elm(
                wanted.ToDictionary(name => name, name => new ReadOnlyMemory<byte>(File.ReadAllBytes(Path.Combine(elm, name + ".json"))), StringComparer.Ordinal),
                null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Elm None(string reason) => new([], reason);

    /// <returns>Null when all went well, or the last line that the script said.</returns>
    private static string? Run(string program, string[] arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? null : error.Result.Trim().Split('\n')[^1];
    }

    private static string? Node() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") })
        .FirstOrDefault(File.Exists);
}
