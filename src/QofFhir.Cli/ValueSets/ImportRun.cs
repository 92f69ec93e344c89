using System.Text;
using QofFhir.Cli.Output;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;
using QofFhir.Extraction;
using QofFhir.Extraction.Terminology;
using QofFhir.Publication;

namespace QofFhir.Cli.ValueSets;

/// <summary>From a source of codes to a folder of value sets, and the report of it.</summary>
internal sealed class ImportRun(ImportArguments arguments, Terminal terminal)
{
    private const int MistakesShown = 20;

    private readonly List<DefinitionMistake> _mistakes = [];

    public ExitCode FromFiles(string source, string? version)
    {
        if (!File.Exists(source) && !Directory.Exists(source))
        {
            throw new StopException(ExitCode.Files, $"{source}: no such file or folder");
        }

        var import = ValueSetImport.Read(source, version, Additions(), _mistakes, arguments.To);
        return import is null
            ? throw new StopException(ExitCode.Files, [.. Shown(), $"{source}: nothing in it can be imported"])
            : Into(import);
    }

    /// <summary>Asks for one reference set after the other. What the server does not give whole stays as it is, and is told.</summary>
    /// <param name="chosen">Clusters to ask for; empty: all that have a reference set.</param>
    /// <exception cref="ExtractionException">The server cannot be used; nothing is written.</exception>
    public async Task<ExitCode> FromServer(
        TerminologyServer server, string name, IReadOnlyList<string> chosen, CancellationToken cancellation)
    {
        var refsets = ValueSetImport.Refsets(arguments.To, _mistakes);
        if (chosen.Where(c => !refsets.ContainsKey(c)).ToList() is { Count: > 0 } unknown)
        {
            throw new StopException(ExitCode.Usage, [.. unknown.Select(c => $"{arguments.To} has no value set {c} with a reference set")]);
        }

        var additions = Additions();
        var lists = new List<ClusterList>();
        foreach (var (cluster, refset) in refsets.Where(r => chosen.Count == 0 || chosen.Contains(r.Key)))
        {
            var expansion = await server.Expand(refset, cancellation);
            var refused = expansion.Refused ?? (expansion.Codes.Count == 0 ? "the server knows no member of it" : null);
            if (refused is null)
            {
                lists.Add(new ClusterList(
                    cluster, expansion.Version, name, [.. expansion.Codes.Select(c => new ListedCode(c.System, c.Code, c.Display))]));
            }
            else
            {
                _mistakes.Add(new DefinitionMistake($"{cluster} (^ {refset})", 1, 1, $"{refused}; the file stays as it is"));
            }
        }

        if (lists.Count == 0)
        {
            throw new StopException(ExitCode.Incomplete, [.. Shown(), $"{name}: no reference set was given whole; nothing was written"]);
        }

        var code = Into(ValueSetImport.Of(arguments.To, lists, additions, _mistakes));
        return _mistakes.Count > 0 ? ExitCode.Incomplete : code;
    }

    private ExitCode Into(ValueSetImport import)
    {
        ImportReport report;
        using (var changes = arguments.Changes is { } file ? new StreamWriter(file, append: false, new UTF8Encoding(false)) : null)
        {
            changes?.Write("cluster,change,system,code,display\n");
            report = import.Into(arguments.To, write: !arguments.DryRun, _mistakes, changes is null ? null : c =>
                Csv.WriteLine(changes, c.Cluster, c.Added ? "added" : "removed", c.Code.System, c.Code.Code, c.Code.Display));
        }

        foreach (var mistake in Shown())
        {
            terminal.Warn(mistake);
        }

        var effect = ImportEffect.Of(arguments.Definitions ?? DefinitionLibrary.DefaultRoot, report);
        ImportView.Write(terminal, arguments.Format, report, effect, arguments.To, arguments.DryRun);
        return report.Rejected > 0 ? ExitCode.Incomplete : ExitCode.Ok;
    }

    private string? Additions()
    {
        if (arguments.Additions is { } given && !File.Exists(given))
        {
            throw new StopException(ExitCode.Files, $"{given}: no such file of additions");
        }

        var standing = Path.Combine(arguments.To, "additions.csv");
        return arguments.Additions ?? (File.Exists(standing) ? standing : null);
    }

    private IEnumerable<string> Shown()
    {
        var first = _mistakes.Take(MistakesShown).Select(m => $"{m.File}:{m.Line}:{m.Column}: {m.Text}");
        return _mistakes.Count > MistakesShown ? first.Append($"and {_mistakes.Count - MistakesShown} more mistakes") : first;
    }
}
