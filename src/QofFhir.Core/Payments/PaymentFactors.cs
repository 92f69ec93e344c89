using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Payments;

/// <summary>What makes a point worth more in one practice than in another: how long its list is, and how common a condition is there.</summary>
public static class PaymentFactors
{
    /// <summary>Contractor population index (CPI): the practice's list of the national average list, unrounded. An empty list has none.</summary>
    public static PaymentLine PopulationIndex(PaymentYear year, ListCount? list)
    {
        var size = list is null
            ? PaymentLine.Absent("list size", PaymentUnit.Patients, "the practice's list size was not given")
            : Dated(PaymentLine.Given("list size", list.Patients, PaymentUnit.Patients, "the practice"), list.On, year.ListDay);
        var average = PaymentLine.Given("national average list size", year.AverageList, PaymentUnit.Patients) with { On = year.AverageListDay?.Value };
        var index = PaymentLine.Ratio("contractor population index", PaymentUnit.Ratio, size, average, SureOf(year.ListDay, year.AverageListDay));
        return size.Value == 0 ? index with { Value = null, Provisional = false, Remark = "the list is empty: it has no index" } : index;
    }

    /// <summary>Adjusted practice disease factor (APDF): practice prevalence of national prevalence, the straight ratio, unrounded. An empty register gives 0 and says so.</summary>
    /// <param name="notKnown">Why the practice's prevalence is not known; null: it was not given.</param>
    public static PaymentLine DiseaseFactor(PaymentYear year, PaymentGroup group, RegisterShare? practice, RegisterShare? national, string? notKnown = null)
    {
        var here = PrevalenceOf("practice", year, practice, notKnown);
        var factor = PaymentLine.Ratio(
            "adjusted practice disease factor", PaymentUnit.Ratio, here, PrevalenceOf("national", year, national),
            Least(group.Certainty, SureOf(year.PrevalenceDay), SureOf(year.PrevalenceList)));
        return factor.Value == 0 ? factor with { Remark = factor.Remark ?? "nobody of the practice is on the register" } : factor;
    }

    /// <summary>The factor of a group by its weighting; null when it has none.</summary>
    internal static PaymentLine? Of(PaymentYear year, PaymentGroup group, PaymentInputs inputs) => group.Weighting switch
    {
        Weighting.Prevalence => DiseaseFactor(
            year, group, inputs.Practice.GetValueOrDefault(group.Name), inputs.National.GetValueOrDefault(group.Name), inputs.NotKnown.GetValueOrDefault(group.Name)),
        Weighting.TargetPopulation when inputs.TargetFactors.TryGetValue(group.Name, out var factor) =>
            PaymentLine.Given("target population factor", factor, PaymentUnit.Ratio, "the practice's statement"),
        Weighting.TargetPopulation => PaymentLine.Absent(
            "target population factor", PaymentUnit.Ratio, "the target population factor was not given, and how it is worked out is not known here"),
        _ => null,
    };

    private static PaymentLine PrevalenceOf(string whose, PaymentYear year, RegisterShare? share, string? notKnown = null)
    {
        var name = $"{whose} prevalence";
        if (share is null)
        {
            return PaymentLine.Absent(name, PaymentUnit.Share, notKnown ?? $"the {name} was not given");
        }

        var from = whose == "practice" ? "the practice" : "all practices";
        return PaymentLine.Ratio(
            name, PaymentUnit.Share,
            Unsettled(Dated(PaymentLine.Given($"{whose} register", share.Register, PaymentUnit.Patients, from), share.On, year.PrevalenceDay), share.MayChange),
            Dated(PaymentLine.Given($"{whose} list", share.List, PaymentUnit.Patients, from), share.On, year.PrevalenceDay));
    }

    private static PaymentLine Unsettled(PaymentLine line, string? why) =>
        why is null ? line : line with { Provisional = true, Remark = line.Remark is { } also ? $"{why}; {also}" : why };

    /// <summary>A count with its day; provisional when the year pays by another day, or by one that is not known.</summary>
    private static PaymentLine Dated(PaymentLine line, DateOnly on, Sourced<DateOnly>? day)
    {
        var dated = line with { On = on };
        return day?.Value == on ? dated : dated with
        {
            Provisional = true,
            Remark = day is null
                ? $"the {line.Name} is of {Day(on)}; by which day the year pays is not known"
                : $"the {line.Name} is of {Day(on)}; the year pays by {Day(day.Value)}",
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Certainty SureOf<T>(params Sourced<T>?[] figures) =>
        figures.Select(f => f?.Certainty ?? Certainty.Found).Max();

    internal static Certainty Least(params Certainty[] certainties) => certainties.Max();
}
