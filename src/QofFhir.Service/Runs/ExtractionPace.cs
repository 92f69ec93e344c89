using System.Globalization;
using System.Text.RegularExpressions;
using QofFhir.Extraction;

namespace QofFhir.Service.Runs;

/// <summary>Hears how far an extraction is and reckons how fast it goes.</summary>
/// <param name="before">Resources of the practice's run before; null: not known.</param>
internal sealed partial class ExtractionPace(TimeProvider clock, long? before) : IProgress<ExtractionProgress>
{
    private readonly long _start = clock.GetTimestamp();
    private volatile ExtractionProgress _last = new(0, 0, 0, null);

    /// <summary>Several downloads tell at a time; the last word counts.</summary>
    public void Report(ExtractionProgress value) => _last = value;

    public RunProgress Now()
    {
        var (last, seconds) = (_last, clock.GetElapsedTime(_start).TotalSeconds);
        var rate = seconds > 0 ? last.Resources / seconds : 0;
        return new RunProgress(
            Math.Round(seconds, 1), last.Requests, last.Resources, Math.Round(rate, 1), last.Bytes, last.Server,
            Left(last, seconds, rate) is { } left ? Math.Round(left) : null);
    }

    private double? Left(ExtractionProgress last, double seconds, double rate) =>
        last.Resources > 0
            ? rate > 0 && before > last.Resources ? (before.Value - last.Resources) / rate : null
            : Percent().Match(last.Server ?? "") is { Success: true } said
                && double.Parse(said.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is > 0 and <= 100 and var percent
                ? seconds * (100 - percent) / percent
                : null;

    [GeneratedRegex(@"(\d{1,3}(?:\.\d+)?) ?%")]
    private static partial Regex Percent();
}
