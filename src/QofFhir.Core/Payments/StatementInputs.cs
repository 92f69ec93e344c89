using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;

namespace QofFhir.Core.Payments;

/// <summary>All that a statement rests on, the year's own figures among it: kept as it is, it gives the same statement to the penny whatever becomes of the framework.</summary>
/// <param name="Practice">ODS code; null: the input named none.</param>
/// <param name="Framework">Such as <c>qof-england-2026-27</c>.</param>
/// <param name="Rules">Version of the business rules.</param>
/// <param name="AchievementDate">Nothing dated after it was counted.</param>
/// <param name="Year">How the year pays.</param>
/// <param name="Indicators">Those of the framework, in its order.</param>
public sealed record StatementInputs(
    string? Practice, string Framework, string Title, string Rules, DateOnly AchievementDate, PaymentYear Year,
    IReadOnlyList<StatementIndicator> Indicators, PaymentInputs Payment)
{
    /// <summary>True when sample codes or sample patients are behind the counts: for trying out only.</summary>
    public bool Sample { get; init; }

    /// <summary>What the aspiration is a share of; null when it is not known, or points were agreed.</summary>
    public LastYearPayment? LastYear { get; init; }

    /// <summary>Points that the aspiration is paid by instead; null when none were agreed.</summary>
    public decimal? AgreedPoints { get; init; }

    /// <summary>Aspiration paid during the year, in pounds; null when it is not known.</summary>
    public decimal? AspirationPaid { get; init; }

    /// <summary>What an evaluation gives: counts, the list, and prevalence of the registers that weight groups, all as of its achievement date.</summary>
    /// <param name="national">Prevalence of all practices together, by <see cref="PaymentGroup.Name"/>; a group that is left out has no pounds.</param>
    /// <param name="list">The list of the day that the year pays by; null: that of the achievement date.</param>
    /// <exception cref="ArgumentException">The framework does not say how its year pays.</exception>
    public static StatementInputs Of(PracticeResult result, IReadOnlyDictionary<string, RegisterShare> national, ListCount? list)
    {
        ArgumentNullException.ThrowIfNull(result);
        var on = result.Dates.AchievementDate;
        return Of(
            result.Framework, result.Practice, on, [.. result.Reported.Select(StatementIndicator.Of)], national, list ?? new ListCount(result.ListSize, on), result.ListSize);
    }

    /// <summary>What reports and declarations give.</summary>
    /// <param name="reported">Of the indicators and of the registers that are kept beside them, each at most once; one left out has no result.</param>
    /// <param name="national">As above.</param>
    /// <param name="list">Of the day that the year pays by; null: not known.</param>
    /// <param name="listSize">Patients on the list on the achievement date, of whom registers are a share; null: not known.</param>
    /// <exception cref="ArgumentException">The framework does not say how its year pays.</exception>
    public static StatementInputs Of(
        Framework framework, string? practice, DateOnly achievementDate, IReadOnlyList<StatementIndicator> reported,
        IReadOnlyDictionary<string, RegisterShare> national, ListCount? list, long? listSize)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var year = framework.Payment ?? throw new ArgumentException($"{framework.Id} does not say how its year pays", nameof(framework));
        var found = reported.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var shares = new Dictionary<string, RegisterShare>(StringComparer.Ordinal);
        var notKnown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in year.Groups.Where(g => g.CountedBy is not null))
        {
            var counted = found.GetValueOrDefault(group.CountedBy!);
            if (counted?.Counts is not { } counts)
            {
                notKnown.Add(group.Name, $"the practice's register is not known: {counted?.NotKnown ?? $"no result of {group.CountedBy} was given"}");
            }
            else if (listSize is not { } size || size < counts.Population)
            {
                notKnown.Add(group.Name, listSize is null ? "the practice's list size was not given" : "the practice's register is longer than its list");
            }
            else
            {
                shares.Add(group.Name, new RegisterShare(counts.Population, size, achievementDate) { MayChange = counted.MayChange });
            }
        }

        return new StatementInputs(
            practice, framework.Id, framework.Title, framework.Rules, achievementDate, year,
            [.. framework.Indicators.Select(i => found.GetValueOrDefault(i.Id) ?? StatementIndicator.Of(i, null))],
            new PaymentInputs(list, shares, national) { NotKnown = notKnown })
        {
            Sample = framework.SampleCodes,
        };
    }
}
