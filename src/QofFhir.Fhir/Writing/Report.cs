using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Writing;

internal enum ReportType { Summary, Individual, SubjectList }

/// <summary>One MeasureReport to be written.</summary>
internal sealed record Report(
    ReportType Type, MeasureReportSettings Settings, PracticeResult Practice, IndicatorResult Result,
    ReportIdentity Identity, DateTimeOffset ComputedAt)
{
    public DeqmCanonicals Deqm { get; } = DeqmCanonicals.Of(Settings.Realm);

    public IReadOnlyList<Population> Populations { get; } = Population.Of(Result.Indicator.Kind);

    public bool Evaluated { get; init; } =
        Result.Counts is not null && Result.Indicator.Evaluability.State != EvaluabilityState.NotEvaluable;

    public bool Sample => Settings.SampleData || Practice.Framework.SampleCodes;

    public string TypeCode => Type switch
    {
        ReportType.Summary => "summary",
        ReportType.Individual => "individual",
        _ => "subject-list",
    };

    public string Profile => Type switch
    {
        ReportType.Summary => Deqm.Summary,
        ReportType.Individual => Deqm.Individual,
        _ => Deqm.SubjectList,
    };
}
