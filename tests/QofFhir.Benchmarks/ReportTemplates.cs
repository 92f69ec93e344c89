using System.Buffers;
using System.Text;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Fhir.Writing;

namespace QofFhir.Benchmarks;

/// <summary>What is sent about a practice: good, older and different, or at fault.</summary>
internal enum Kind { Good, Stale, Broken }

/// <summary>Summary reports as our writer writes them, one an indicator, in which the practice's code is put in place: writing them anew would take the time that is to be measured.</summary>
internal sealed class ReportTemplates
{
    private const string Ods = "P00000";
    private readonly byte[][][] _reports;

    private ReportTemplates(byte[][][] reports) => _reports = reports;

    /// <summary>Indicators.</summary>
    public int Count => _reports[0].Length;

    public static ReportTemplates Make()
    {
        var framework = DefinitionLibrary.Load(DefinitionLibrary.DefaultRoot, Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")).Framework("qof-england-2026-27");
        var practice = new PracticeResult(framework, Ods, ServiceDates.Year(new(2026, 10, 31)), RegistrationBasis.Recorded, 9000, false, []);
        FrameworkIndicator[] indicators = [.. framework.Reported.Where(MeasureReportWriter.Reports).Take(43)];
        var computed = new DateTimeOffset(2026, 11, 1, 3, 0, 0, TimeSpan.Zero);
        return new ReportTemplates(
        [
            [.. indicators.Select((i, n) => Report(practice, i, 100 + n, computed))],
            [.. indicators.Select((i, n) => Report(practice, i, 50 + n, computed.AddDays(-1)))],
            [.. indicators.Select((i, n) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Report(practice, i, 100 + n, computed)).Replace("\"count\":", "\"count\":-", StringComparison.Ordinal)))],
        ]);
    }

    public byte[] Report(string ods, int indicator, Kind kind)
    {
        var report = _reports[(int)kind][indicator].AsSpan().ToArray();
        Put(report, ods);
        return report;
    }

    public byte[] Transaction(string ods, Kind kind)
    {
        var bundle = new ArrayBufferWriter<byte>(1 << 20);
        bundle.Write("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["u8);
        for (var i = 0; i < Count; i++)
        {
            // Of a broken one only the first: the others are refused with it.
            var template = _reports[(int)(kind == Kind.Broken && i > 0 ? Kind.Good : kind)][i];
            bundle.Write(i == 0 ? "{\"resource\":"u8 : ",{\"resource\":"u8);
            bundle.Write(template);
            bundle.Write(",\"request\":{\"method\":\"POST\",\"url\":\"MeasureReport\"}}"u8);
        }

        bundle.Write("]}"u8);
        var bytes = bundle.WrittenSpan.ToArray();
        Put(bytes, ods);
        return bytes;
    }

    private static void Put(Span<byte> text, string ods)
    {
        Span<byte> code = stackalloc byte[Ods.Length];
        Encoding.ASCII.GetBytes(ods, code);
        while (text.IndexOf("P00000"u8) is >= 0 and var at)
        {
            code.CopyTo(text[at..]);
            text = text[(at + code.Length)..];
        }
    }

    private static byte[] Report(PracticeResult practice, FrameworkIndicator indicator, int size, DateTimeOffset computed)
    {
        var rows = indicator.Rule is { } rule && practice.Framework.Plan.Indicators[rule] is IndicatorRule.Fraction fraction ? fraction.Rows : [];
        LabelCount[] excluded = [.. rows.Where(r => r.End == RowEnd.Exclude && r.Label is not null).Select(r => new LabelCount(r.Label!, null, size % 7))];
        LabelCount[] adjusted = [.. rows.Where(r => r.End == RowEnd.Adjust && r.Label is not null).Select(r => new LabelCount(r.Label!, r.Reason, size % 5))];
        var counts = new IndicatorCounts(excluded.Sum(l => l.Count) + adjusted.Sum(l => l.Count) + (3 * size), excluded, adjusted, 2 * size, size);
        var result = new IndicatorResult(indicator, null, indicator.Evaluability.State == EvaluabilityState.NotEvaluable ? null : counts, null, 1, null, []);
        var output = new ArrayBufferWriter<byte>();
        new MeasureReportWriter(new MeasureReportSettings(SampleData: true)).WriteSummary(output, practice, result, computed);
        return output.WrittenSpan.ToArray();
    }
}
