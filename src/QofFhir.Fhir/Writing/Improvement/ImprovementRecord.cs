using QofFhir.Core.Improvement;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>A practice's plan, as it is told outside the practice.</summary>
/// <param name="Review">Of the plan on <paramref name="On"/>.</param>
/// <param name="On">The day that the plan is told as of.</param>
/// <param name="Server">Address below which the resources are named.</param>
/// <param name="Reports">Summary MeasureReports of the module's measures, as they were written when they were counted.</param>
public sealed record ImprovementRecord(
    ImprovementModule Module, ImprovementPlan Plan, PlanReview Review, DateOnly On, DateTimeOffset ComputedAt, Uri Server, IReadOnlyList<ReadOnlyMemory<byte>> Reports)
{
    /// <summary>The FHIR id of a part of the plan: the same in every version of it.</summary>
    internal string Part(string part) => new ReportIdentity($"{Plan.Practice}:{Plan.Module}:{FhirJson.Day(Plan.YearStart)}:{part}").Id;

    internal string Practice => "Organization/" + Plan.Practice;

    internal string Group => $"Group/{Plan.Practice}-registered";

    internal string Title(string measure) =>
        PlanCheck.MeasuresOf(Module).FirstOrDefault(m => m.Id == measure) is { } known ? $"{known.Id}: {known.Title}" : measure;
}
