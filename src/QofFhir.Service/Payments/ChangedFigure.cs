using System.Globalization;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Payments;

namespace QofFhir.Service.Payments;

/// <summary>A figure of a statement that the live reports tell otherwise now.</summary>
/// <param name="Indicator">An indicator, a payment group whose register is meant, or a list.</param>
/// <param name="Before">As the statement has it, in words; null: it was not known.</param>
/// <param name="After">As the live reports have it; null: it is not known any more.</param>
internal sealed record ChangedFigure(string Indicator, string? Before, string? After)
{
    /// <param name="now">Null when no live report is left.</param>
    public static IReadOnlyList<ChangedFigure> Of(StatementInputs kept, PracticeFigures? now)
    {
        List<ChangedFigure> all =
        [
            .. kept.Indicators.Select(i => i.Kind == IndicatorKind.Attestation
                ? new ChangedFigure(i.Id, Word(i.Declared), Word(now is not null && now.Attested.TryGetValue(i.Id, out var said) ? said : null))
                : new ChangedFigure(i.Id, Word(i.Counts), Word(now?.Counts(i.Id)))),
            .. kept.Year.Groups.Where(g => g.CountedBy is not null).Select(g => new ChangedFigure(
                $"prevalence of {g.Name}", Word(kept.Payment.Practice.GetValueOrDefault(g.Name)), Word(Share(now, g.CountedBy!, kept.AchievementDate)))),
            new("list size", Word(kept.Payment.List), Word(now?.List(kept.AchievementDate))),
        ];
        return [.. all.Where(c => c.Before != c.After)];
    }

    /// <summary>As <see cref="StatementInputs"/> takes it.</summary>
    private static RegisterShare? Share(PracticeFigures? now, string counted, DateOnly on) =>
        now?.Counts(counted)?.Population is { } patients && now.ListSize is { } size && size >= patients ? new RegisterShare(patients, size, on) : null;

    private static string? Word(bool? declared) => declared is { } said ? (said ? "yes" : "no") : null;

    private static string? Word(ReportedCounts? counts) => counts is null ? null : string.Create(
        CultureInfo.InvariantCulture, $"{counts.Numerator} of {counts.Denominator}, {counts.Population} in the population, {counts.Exclusions} excluded, {counts.Adjusted} adjusted for");

    private static string? Word(RegisterShare? share) => share is null ? null : string.Create(CultureInfo.InvariantCulture, $"{share.Register} of {share.List}");

    private static string? Word(ListCount? list) => list is null ? null : string.Create(CultureInfo.InvariantCulture, $"{list.Patients} on {list.On:yyyy-MM-dd}");
}
