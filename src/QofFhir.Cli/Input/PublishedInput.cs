using QofFhir.Cli.Output;
using QofFhir.Publication;
using QofFhir.Publication.Geographies;

namespace QofFhir.Cli.Input;

/// <summary>Published files as the commands read them: a row that is wrong is told, and costs no other.</summary>
internal sealed class PublishedInput(Terminal terminal)
{
    private const int MistakesShown = 20;

    /// <summary>True once a row could not be read, or said again what an earlier one said.</summary>
    public bool Incomplete { get; private set; }

    public T Read<T>(string file, Func<Stream, FileReading, T> read)
    {
        using var stream = File.OpenRead(file);
        var reading = new FileReading(file);
        var result = read(stream, reading);
        foreach (var mistake in reading.Mistakes.Take(MistakesShown))
        {
            terminal.Warn(mistake.ToString());
        }

        if (reading.MistakeCount > MistakesShown)
        {
            terminal.Warn($"{file}: and {Words.Count(reading.MistakeCount - MistakesShown)} more mistakes");
        }

        if (reading.MistakeCount > 0)
        {
            Incomplete = true;
            terminal.Warn($"{file}: {Words.Count(reading.Rows)} rows = {Words.Count(reading.Accepted)} accepted + {Words.Count(reading.Rejected)} rejected");
        }

        return result;
    }

    /// <param name="add">False for a row that says again what an earlier one said.</param>
    public void Each<T>(string file, Func<Stream, FileReading, IEnumerable<T>> rows, Func<T, bool> add)
    {
        var twice = Read(file, (stream, reading) => rows(stream, reading).Count(row => !add(row)));
        if (twice > 0)
        {
            Incomplete = true;
            terminal.Warn($"{file}: {Words.Plural(twice, "row")} said again what an earlier row said; the earlier one counts");
        }
    }

    /// <exception cref="StopException">Nothing in it can be read.</exception>
    public PublishedGeography Geography(string file)
    {
        var mapping = Read(file, GeographyFile.Read);
        return mapping.Organisations.Count > 0 ? mapping : throw new StopException(ExitCode.Files, $"{file}: nothing in it can be read");
    }
}
