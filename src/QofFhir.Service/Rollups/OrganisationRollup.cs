using QofFhir.Core.Aggregation;

namespace QofFhir.Service.Rollups;

/// <summary>An organisation's indicators on one achievement date.</summary>
/// <param name="Coverage">Over all indicators asked for: a practice reports when any of them is reported.</param>
/// <param name="Strangers">Practices with reports of this date that belong to nobody on it, such as closed ones: in no sum. Told of the whole country alone; null elsewhere.</param>
/// <param name="Sample">Some report is made from sample codes or sample patients.</param>
/// <param name="Indicators">Those with a report, by id.</param>
internal sealed record OrganisationRollup(
    RollupQuestion Question, Coverage Coverage, int? Strangers, bool Sample, IReadOnlyList<IndicatorRollup> Indicators);

/// <param name="Register">It counts who is on a register: nothing is achieved.</param>
/// <param name="Coverage">Of this indicator.</param>
/// <param name="Rules">Versions of the rules met, with the practices that used each.</param>
/// <param name="Measure">Canonical with the version that most practices used, the highest among equals.</param>
/// <param name="Reports">Those added up, with their names.</param>
internal sealed record IndicatorRollup(
    string Indicator, bool Register, Rollup Rollup, Coverage Coverage, IReadOnlyList<RulesMet> Rules, string Measure, bool Sample, IReadOnlyList<PracticeReport> Reports);

internal sealed record RulesMet(string Version, int Practices);
