using QofFhir.Core.Recall;
using QofFhir.Core.Records;
using QofFhir.Publication;
using QofFhir.Publication.Recall;

namespace QofFhir.Cli.Recall;

/// <summary>What became of earlier recalls, from a file.</summary>
internal static class OutcomesFile
{
    /// <exception cref="StopException">The file is missing, or has mistakes: all of them, each with its line and without the patient.</exception>
    public static IReadOnlyList<RecallOutcome> Read(string path, PracticeRecords records, DateOnly today)
    {
        if (!File.Exists(path))
        {
            throw new StopException(ExitCode.Files, $"{path}: no such file of outcomes");
        }

        var reading = new FileReading(path);
        using var stream = File.OpenRead(path);
        var outcomes = OutcomesTable.Read(stream, reading, id => records.Find(id) is not null, today);
        return reading.MistakeCount == 0 ? outcomes : throw new StopException(ExitCode.Usage, [.. reading.Mistakes.Select(m => m.ToString())]);
    }
}
