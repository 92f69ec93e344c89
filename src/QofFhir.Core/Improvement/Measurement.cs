using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Improvement;

/// <summary>A measure counted from the record on a day. It is never edited: who finds it wrong removes it and measures again.</summary>
/// <param name="Measure">Identifier of one of the module's measures.</param>
/// <param name="Denominator">Net of exclusions and adjustments; 0 where there is nobody to count, which is no share and never 0 %.</param>
/// <param name="On">The day as of which the record was read.</param>
/// <param name="MeasuredFrom">What was read, such as the id of a run.</param>
/// <param name="Rules">Version of the rules that counted.</param>
public sealed record Measurement(string Id, int Version, string Measure, long Numerator, long Denominator, DateOnly On, string MeasuredFrom, string Rules)
    : PlanEntry(Id, Version)
{
    public Proportion Counts => new(Numerator, Denominator);
}
