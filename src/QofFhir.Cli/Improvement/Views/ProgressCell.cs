using System.Globalization;
using QofFhir.Cli.Improvement.Told;
using QofFhir.Cli.Output;
using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Cli.Improvement.Views;

/// <summary>Parts of a measure's progress as cells of a table.</summary>
internal static class ProgressCell
{
    /// <summary>Such as <c>41 of 50, 82.0 %</c>; of nobody there is no share.</summary>
    public static string Counts(CountsTold? counts) => counts switch
    {
        null => "",
        { Denominator: 0 } => "nobody to count",
        _ => $"{Words.Count(counts.Numerator)} of {Words.Count(counts.Denominator)}, {Share((double)counts.Numerator / counts.Denominator)}",
    };

    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");

    public static PageCell Target(ProgressTold progress) => progress.Target is not { } target
        ? ""
        : new PageCell($"{Words.Points(target)} %{(progress.Reached == true ? ", reached" : "")}", progress.Reached == true ? "green" : null);

    public static PageCell Verdict(ChangeVerdict? verdict) => verdict switch
    {
        null => "",
        ChangeVerdict.Better => new PageCell("better", "green"),
        ChangeVerdict.Worse => new PageCell("worse", "red"),
        ChangeVerdict.NoClearChange => "no clear change",
        ChangeVerdict.TooSmall => new PageCell("too few to say", "dim"),
        _ => new PageCell("nothing to compare", "dim"),
    };
}
