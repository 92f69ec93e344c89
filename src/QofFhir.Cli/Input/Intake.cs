using QofFhir.Cli.Output;
using QofFhir.Core;
using QofFhir.Core.DataChecks;
using QofFhir.Core.Records;
using QofFhir.Extraction;
using QofFhir.Fhir.Reading;
using Spectre.Console;

namespace QofFhir.Cli.Input;

/// <summary>The records of a command's inputs, and the files that they came from.</summary>
/// <param name="Missing">What the extractions that wrote the files say that they lack.</param>
internal sealed record Intake(ReadResult Read, IReadOnlyList<InputFile> Files, IReadOnlyList<MissingData> Missing)
{
    /// <summary>Below this there is nothing to watch.</summary>
    private const long WorthABar = 2 << 20;

    private const int ProblemsSaid = 5;

    /// <summary>What cannot be told from these inputs.</summary>
    public IReadOnlyList<DataGap> Gaps => [.. Missing.Select(m => m.Gap())];

    /// <summary>True when there is more than was read.</summary>
    public bool Incomplete => Unread || Missing.Count > 0;

    /// <summary>True when a part of the input could not be read, so that nobody knows what it held.</summary>
    public bool Unread => Read.Problems.Any(p => p.Kind == ProblemKind.Incomplete);

    /// <exception cref="FileNotFoundException">A path is missing, or a folder holds nothing to read.</exception>
    /// <exception cref="StopException">Not one resource could be read.</exception>
    public static Intake From(IReadOnlyList<string> paths, CodeIndex codes, Terminal terminal, CancellationToken cancellation)
    {
        var files = InputFiles.Find(paths);
        var total = files.Sum(f => new FileInfo(f).Length);
        var intake = terminal.IsLive && total > WorthABar
            ? Watched(terminal, total, progress => ReadAll(files, codes, progress, cancellation))
            : ReadAll(files, codes, _ => { }, cancellation);
        var counts = intake.Read.Counts;
        if (intake.Read.Problems.Count > 0 && counts.Types.All(t => t.Type == ReadCounts.Unknown))
        {
            throw new StopException(ExitCode.Files, [.. Shortened([.. intake.Read.Problems.Select(Said)])]);
        }

        var unreadable = intake.Read.Problems
            .Where(p => p.Kind is (ProblemKind.Incomplete or ProblemKind.Unreadable) && p.Severity != ProblemSeverity.Information).Select(Said).ToList();

        foreach (var text in Shortened(unreadable))
        {
            terminal.Warn(text);
        }

        return intake;
    }

    private static IEnumerable<string> Shortened(List<string> texts) => texts.Count <= ProblemsSaid
        ? texts
        : texts.Take(ProblemsSaid).Append($"and {Words.Count(texts.Count - ProblemsSaid)} more that could not be read");

    private static string Said(Problem problem) => $"{problem.Where}: {problem.Text}";

    private static Intake ReadAll(IReadOnlyList<string> files, CodeIndex codes, Action<long> progress, CancellationToken cancellation)
    {
        var reader = new RecordReader(codes);
        var read = new List<InputFile>(files.Count);
        var before = 0L;
        foreach (var path in files)
        {
            using var stream = new HashedStream(File.OpenRead(path), done => progress(before + done));
            reader.Read(stream, path, cancellation);
            var (bytes, hash) = stream.Finish();
            read.Add(new InputFile(path, bytes, hash));
            before += bytes;
        }

        return new Intake(reader.Finish(), read, Lacking(files));
    }

    /// <summary>The record of an extraction lies beside its files.</summary>
    private static MissingData[] Lacking(IReadOnlyList<string> files) =>
    [
        .. files.Select(f => Path.GetDirectoryName(Path.GetFullPath(f))!).Distinct(StringComparer.Ordinal)
            .SelectMany(folder => ExtractionRecord.Read(folder)?.Lacking ?? []).Distinct(),
    ];

    private static Intake Watched(Terminal terminal, long total, Func<Action<long>, Intake> read) => terminal.Side
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask("Reading", maxValue: total);
            return read(done => task.Value = done);
        });
}
