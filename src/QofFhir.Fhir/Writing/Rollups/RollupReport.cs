using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;

namespace QofFhir.Fhir.Writing.Rollups;

/// <summary>One indicator over the practices of an organisation, as a report is made of it.</summary>
/// <param name="Measure">Canonical with the version that most practices used.</param>
/// <param name="Start">First day of the service year.</param>
/// <param name="End">Last day of the service year.</param>
/// <param name="Coverage">Null where it is not told.</param>
/// <param name="Rules">Versions of the rules met, with the practices that used each, the commonest first.</param>
/// <param name="Sample">Some practice's report is made from sample codes or sample patients.</param>
public sealed record RollupReport(
    Organisation Organisation, string Framework, string Indicator, string Title, IndicatorKind Kind, string Measure, DateOnly Start, DateOnly End, DateOnly AchievementDate,
    Coverage? Coverage, Rollup Rollup, IReadOnlyList<(string Version, int Practices)> Rules, bool Sample)
{
    /// <summary>The same in every roll-up of this organisation, indicator and achievement date.</summary>
    public ReportIdentity Identity => Rounded
        ? new ReportIdentity(ReportIdentity.Of(Organisation.Code, Framework, Indicator, Start, End, AchievementDate).Value + ":public")
        : ReportIdentity.Of(Organisation.Code, Framework, Indicator, Start, End, AchievementDate);

    /// <summary>The counts are rounded for the public: the report is tagged so, and tells nothing that rests on exact ones.</summary>
    public bool Rounded { get; init; }
}
