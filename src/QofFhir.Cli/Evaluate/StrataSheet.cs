using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Evaluate;

/// <summary>The strata of a result as data.</summary>
internal static class StrataSheet
{
    /// <summary>The strata that a user asked for by name, in the framework's order; all when none is named.</summary>
    /// <exception cref="StopException">The framework has no stratum of a name; those that it has are listed.</exception>
    public static IReadOnlyList<FrameworkStratum> Asked(Framework framework, IReadOnlyList<string> names)
    {
        var known = framework.Strata.Select(s => s.Rule.Name).ToList();
        return names.FirstOrDefault(n => !known.Contains(n)) is { } stranger
            ? throw new StopException(
                ExitCode.Usage,
                $"--strata: {framework.Id} has no stratum '{stranger}'; there are: {(known.Count == 0 ? "none" : string.Join(", ", known))}")
            : [.. framework.Strata.Where(s => names.Count == 0 || names.Contains(s.Rule.Name))];
    }

    /// <summary>Each stratum and how far it can be evaluated.</summary>
    public static Sheet Strata(PracticeResult result)
    {
        var sheet = new Sheet("stratum", "title", "certainty", "evaluability", "reason");
        foreach (var (rule, evaluability) in result.Strata)
        {
            sheet.Add(rule.Name, rule.Title, Words.Name(rule.Source.Certainty), evaluability.Name, evaluability.Reason);
        }

        return sheet;
    }

    /// <summary>A line for each indicator, stratum and group; one for a stratum that is not evaluable, which says why.</summary>
    public static Sheet Groups(PracticeResult result)
    {
        var sheet = new Sheet(
            "indicator", "stratum", "group", "register", "exclusions", "denominator", "pca", "numerator", "percentage", "evaluability", "reason");
        foreach (var (rule, evaluability) in result.Strata.Where(s => s.Evaluability.State == EvaluabilityState.NotEvaluable))
        {
            sheet.Add(null, rule.Name, null, null, null, null, null, null, null, evaluability.Name, evaluability.Reason);
        }

        foreach (var indicator in result.Reported)
        {
            foreach (var stratum in indicator.Strata)
            {
                var evaluability = result.Strata.Single(s => s.Rule.Name == stratum.Stratum.Name).Evaluability;
                foreach (var (group, counts) in stratum.Groups)
                {
                    var fraction = indicator.Indicator.Kind == IndicatorKind.Fraction ? counts : null;
                    sheet.Add(
                        indicator.Indicator.Id, stratum.Stratum.Name, group, counts.Population, fraction?.Exclusions, fraction?.Denominator,
                        fraction?.Adjustments, fraction?.Numerator, Rounded(fraction?.Percentage), evaluability.Name, evaluability.Reason);
                }
            }
        }

        return sheet;
    }

    /// <summary>The gap between the least and the most deprived fifth, a line a fraction; empty cells where it is not known.</summary>
    public static Sheet Gaps(PracticeResult result)
    {
        var sheet = new Sheet("indicator", "least_deprived_denominator", "most_deprived_denominator", "gap", "lower_95", "upper_95");
        foreach (var indicator in result.Indicators)
        {
            if (DeprivationGap.Of(indicator) is { } gap)
            {
                sheet.Add(
                    indicator.Indicator.Id, gap.LeastDenominator, gap.MostDenominator,
                    Rounded(gap.Difference), Rounded(gap.Lower), Rounded(gap.Upper));
            }
        }

        return sheet;
    }

    private static decimal? Rounded(decimal? number) =>
        number is { } exact ? Math.Round(exact, 2, MidpointRounding.AwayFromZero) : null;
}
