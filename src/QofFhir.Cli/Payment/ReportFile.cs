using System.Text;
using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Cli.Payment;

/// <summary>The summary reports of one practice and day, out of a file with one report a line. Whatever is left aside is told.</summary>
internal sealed class ReportFile
{
    private const int FaultsShown = 20;

    private readonly string _path;
    private readonly Terminal _terminal;
    private readonly Dictionary<string, SummaryReport> _reports = new(StringComparer.Ordinal);

    private ReportFile(string path, string practice, Terminal terminal) => (_path, Practice, _terminal) = (path, practice, terminal);

    /// <summary>By indicator, and by the registers that are kept beside them.</summary>
    public IReadOnlyDictionary<string, SummaryReport> Reports => _reports;

    /// <summary>ODS code of whose reports these are.</summary>
    public string Practice { get; }

    /// <summary>True when a report could not be read.</summary>
    public bool Incomplete { get; private set; }

    /// <summary>The list of the achievement date; null where no report tells it.</summary>
    public long? ListSize => _reports.Values.Where(r => r.ListSize is not null).MaxBy(r => r.Computed)?.ListSize;

    public bool Sample => _reports.Values.Any(r => r.Sample);

    /// <param name="practice">Null: that of the file, which must be one.</param>
    /// <param name="achievementDate">Null: the latest in the file.</param>
    /// <exception cref="StopException">The file has no report of the practice and day, or of more practices than one.</exception>
    public static ReportFile Read(string path, Framework framework, string? practice, DateOnly? achievementDate, Terminal terminal)
    {
        var known = KnownMeasure.Of(framework).ToDictionary(m => m.Url, StringComparer.Ordinal);
        var reader = new SummaryReportReader(known.GetValueOrDefault);
        var (read, faults) = (new List<SummaryReport>(), new List<string>());
        foreach (var (index, line) in File.ReadLines(path).Index().Where(l => !string.IsNullOrWhiteSpace(l.Item)))
        {
            var reading = reader.Read(Encoding.UTF8.GetBytes(line), terminal.Clock.GetUtcNow());
            faults.AddRange(reading.Faults.Select(f => $"{path}:{index + 1}: {(f.Expression is { } place ? place + ": " : "")}{f.Text}"));
            if (reading.Report is { } report)
            {
                read.Add(report);
            }
        }

        faults.Take(FaultsShown).ToList().ForEach(terminal.Warn);
        if (faults.Count > FaultsShown)
        {
            terminal.Warn($"{path}: and {Words.Count(faults.Count - FaultsShown)} more that is wrong");
        }

        var whose = practice?.ToUpperInvariant() ?? Only(path, read);
        var day = achievementDate ?? read.Where(r => r.Practice == whose).Select(r => r.AchievementDate).DefaultIfEmpty().Max();
        var file = new ReportFile(path, whose, terminal) { Incomplete = faults.Count > 0 };
        file.Take(read, day);
        return file._reports.Count > 0 ? file : throw new StopException(
            ExitCode.Files, $"{path}: no report of {whose} for {framework.Id} and {Words.Day(day)} can be read");
    }

    private void Take(List<SummaryReport> read, DateOnly day)
    {
        var mine = read.Where(r => r.Practice == Practice && r.AchievementDate == day).ToList();
        if (mine.Count < read.Count)
        {
            _terminal.Warn($"{_path}: {Words.Plural(read.Count - mine.Count, "report")} of another practice or achievement date left aside");
        }

        foreach (var reports in mine.GroupBy(r => r.Measure.Indicator))
        {
            _reports.Add(reports.Key, reports.MaxBy(r => r.Computed)!);
            if (reports.DistinctBy(r => r.Digest).Count() > 1)
            {
                Incomplete = true;
                _terminal.Warn($"{_path}: {reports.Key} has reports that say different things; the one computed last counts");
            }
        }

        if (mine.Select(r => r.ListSize).OfType<long>().Distinct().Count() > 1)
        {
            Incomplete = true;
            _terminal.Warn($"{_path}: the reports tell different list sizes; the one computed last counts");
        }
    }

    private static string Only(string path, List<SummaryReport> read) => read.Select(r => r.Practice).Distinct().Order(StringComparer.Ordinal).ToList() switch
    {
        [var one] => one,
        [] => throw new StopException(ExitCode.Files, $"{path}: no report in it can be read"),
        var many => throw new StopException(ExitCode.Usage, $"{path} has reports of {Words.Count(many.Count)} practices: say which with --practice"),
    };
}
