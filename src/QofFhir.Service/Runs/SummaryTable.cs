using System.Globalization;
using QofFhir.Core.Achievement;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Runs;

/// <summary>A run's result for people, in plain text: counts, never a patient.</summary>
internal sealed class SummaryTable(TextWriter console, ServicePlan plan)
{
    private static readonly int[] Widths = [9, 9, 12, 10, 6, 7, 14];

    public void Print(Run run, PracticeResult result)
    {
        var lines = new List<string>
        {
            "",
            $"{result.Framework.Title}: practice {run.Practice}, achievement date {run.AchievementDate:yyyy-MM-dd}, {result.ListSize} patients on the list",
        };
        if (result.OutsideItsYear)
        {
            lines.Add("The achievement date is outside the framework's own year.");
        }

        if (result.Framework.SampleCodes)
        {
            lines.Add("Sample data and sample codes: to try out, not to rely on.");
        }

        lines.Add("");
        lines.Add(Line("indicator", ["register", "excluded", "denominator", "numerator", "PCA", "%", "points"], "evaluability"));
        lines.AddRange(result.Indicators.Where(IsShown).Select(Line));
        var unruled = result.Indicators.Count(i => !IsShown(i));
        lines.Add("");
        lines.Add(
            $"{Number(result.PointsEarned)} points earned; {Number(result.PointsEvaluated)} of the framework's {Number(result.Framework.Points)} evaluated"
            + (unruled > 0 ? $"; {unruled} indicators have no rules yet and are not shown." : "."));
        if (result.Registers.Count > 0)
        {
            lines.Add("Registers kept, not paid: " + string.Join(", ", result.Registers.Select(r => $"{r.Indicator.Id} {(r.Counts is { } counts ? Count(counts.Population) : "not evaluable")}")));
        }

        lines.Add($"Run {run.Id}: look at {plan.Urls.Split(';')[0]}/ or {plan.Urls.Split(';')[0]}/fhir/MeasureReport");
        lines.Add("");
        console.WriteLine(string.Join(Environment.NewLine, lines));
        console.Flush();
    }

    private static string Line(IndicatorResult result)
    {
        var counts = result.Counts;
        var points = result.Points is { } p ? $"{Number(p)} of {Number(result.Indicator.Points)}" : $"- of {Number(result.Indicator.Points)}";
        var fraction = counts is not null && result.Indicator.Kind == IndicatorKind.Fraction;
        return Line(
            result.Indicator.Id,
            [
                Count(counts?.Population), Count(fraction ? counts!.Exclusions : null), Count(fraction ? counts!.Denominator : null),
                Count(fraction ? counts!.Numerator : null), Count(fraction ? counts!.Adjustments : null),
                result.Percentage is { } percentage ? percentage.ToString("0.0", CultureInfo.InvariantCulture) : "", points,
            ],
            End(result));
    }

    private static bool IsShown(IndicatorResult result) => result.Indicator.Rule is not null || result.Indicator.Kind == IndicatorKind.Attestation;

    private static string End(IndicatorResult result) => result.Indicator.Kind == IndicatorKind.Attestation
        ? result.Attestation is { } said ? $"declared {(said.Declared ? "yes" : "no")} on {said.On:yyyy-MM-dd}" : "not declared"
        : result.Indicator.Evaluability.Name + (result.Provisional ? ", points provisional" : "");

    private static string Line(string name, string[] cells, string end) =>
        "  " + name.PadRight(10) + string.Concat(cells.Select((cell, i) => cell.PadLeft(Widths[i]))) + "  " + end;

    private static string Count(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
