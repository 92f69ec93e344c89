using QofFhir.Core.Achievement;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core.Payments;

/// <summary>A year whose average list and national prevalence are round, and a practice with an index of 1.71 and a factor of 1.45.</summary>
internal static class TestYear
{
    public static readonly DateOnly ListDay = new(2023, 1, 1);
    public static readonly DateOnly YearEnd = new(2023, 3, 31);
    public static readonly ListCount List = new(17_100, ListDay);

    public static PaymentYear Of(params PaymentGroup[] groups) => new()
    {
        PointValue = new Sourced<decimal>(207.56m, Certainty.Found, "list"),
        AverageList = new Sourced<decimal>(10_000, Certainty.Found, "list"),
        AverageListDay = new Sourced<DateOnly>(new DateOnly(2022, 1, 1), Certainty.Found, "list"),
        ListDay = new Sourced<DateOnly>(ListDay, Certainty.Found, "list"),
        PrevalenceDay = new Sourced<DateOnly>(YearEnd, Certainty.Found, "list"),
        PrevalenceList = new Sourced<string>("the whole list", Certainty.Found, "list"),
        BalanceDay = new Sourced<DateOnly>(new DateOnly(2023, 6, 30), Certainty.Found, "list"),
        Aspiration = new Sourced<Aspiration>(new Aspiration(80, 12), Certainty.Found, "list"),
        Groups = groups,
    };

    /// <summary>A group called by its first letter, weighted by prevalence.</summary>
    public static PaymentGroup Group(params string[] indicators) => Group(Weighting.Prevalence, indicators);

    public static PaymentGroup Group(Weighting weighting, params string[] indicators) =>
        new(indicators[0][..1], indicators, weighting, weighting == Weighting.Prevalence ? ["REG"] : [], Certainty.Found, "list");

    public static EarnedPoints Earned(string id, decimal? points, bool provisional = false, string? remark = null) =>
        new(id, 100, points, provisional, remark);

    public static FrameworkIndicator Indicator(string id, IndicatorKind kind = IndicatorKind.Fraction, Evaluability? evaluability = null) => new(
        id, id, "Clinical", id[..1], kind, 100, kind == IndicatorKind.Fraction ? 40 : null, kind == IndicatorKind.Fraction ? 90 : null,
        Certainty.Found, kind == IndicatorKind.Fraction ? Certainty.Found : null, "list", null, evaluability ?? Evaluability.Complete);

    /// <summary>The same prevalence in each group: 14.5 % here, 10 % in the country.</summary>
    public static PaymentInputs Inputs(params string[] groups) => new(
        List,
        groups.ToDictionary(g => g, _ => new RegisterShare(145, 1_000, YearEnd)),
        groups.ToDictionary(g => g, _ => new RegisterShare(1_000, 10_000, YearEnd)));
}
