using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Extraction;

namespace QofFhir.Cli.Extract;

/// <summary>One extraction from a server to a folder.</summary>
internal sealed class ExtractRun(ExtractArguments arguments, Terminal terminal)
{
    private readonly string _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(arguments.Out));

    /// <exception cref="ExtractionException">It could not be completed; no folder is left.</exception>
    public async Task<ExitCode> Run(CancellationToken cancellation)
    {
        if (Path.Exists(_target))
        {
            throw new StopException(ExitCode.Usage, $"--out {arguments.Out}: is there already, expected a new name; two extractions must not lie mixed");
        }

        var library = DefinitionFiles.Load(arguments.Definitions, arguments.CodePacks);
        var framework = DefinitionFiles.FrameworkOf(library, arguments.Framework);
        var queries = PracticeQueries.For(framework.Plan, cluster => library.ValueSet(cluster.Name).Url);
        using var http = SearchExtraction.NewClient(arguments.Endpoint.Access);
        var result = await ExtractionWatch.Run(terminal, progress => Fetch(http, queries, progress, cancellation));
        ExtractView.Write(terminal, result, arguments);
        return result.Missing.Count > 0 ? ExitCode.Incomplete : ExitCode.Ok;
    }

    /// <summary>The record of the extraction is in the folder before the folder is in its place: without it nobody knows what is missing.</summary>
    private async Task<ExtractionResult> Fetch(
        HttpClient http, IReadOnlyList<TypeQuery> queries, IProgress<ExtractionProgress> progress, CancellationToken cancellation)
    {
        var aside = _target + ".extracting";
        Remove(aside);
        try
        {
            var extraction = new PracticeExtraction(
                http, arguments.Endpoint, arguments.Mode, arguments.Request, new ExtractionSettings(), terminal.Clock, new Random(Environment.ProcessId))
            {
                Progress = progress,
                ExportFile = _target + ".export",
            };
            var result = await extraction.Run(queries, aside, cancellation);
            ExtractionRecord.Of(arguments.Endpoint, arguments.Request.Since, result).Write(aside);
            Directory.Move(aside, _target);
            return result;
        }
        finally
        {
            Remove(aside);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
