using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Improvement;

/// <summary>A quality improvement module: what a practice is asked to do over a year, what it measures, and what that earns.</summary>
/// <param name="Id">Such as <c>prescribing-safety</c>.</param>
/// <param name="Years">Starts of the service years that offer it, each a 1 April; empty for one that a network offers whenever it likes.</param>
/// <param name="Indicators">What the module earns; empty where it is paid by nobody.</param>
/// <param name="Requirements">What is asked for, in the order of the work.</param>
/// <param name="Template">The fields of its reporting template.</param>
/// <param name="Measures">Its measures as a framework without points, so that everything that evaluates, explains and reports a framework does so for them; null where it measures nothing from the record.</param>
/// <param name="Local">True for one that a network wrote itself.</param>
public sealed record ImprovementModule(
    string Id,
    string Title,
    IReadOnlyList<DateOnly> Years,
    IReadOnlyList<ModuleIndicator> Indicators,
    IReadOnlyList<Requirement> Requirements,
    IReadOnlyList<EvidenceField> Template,
    Framework? Measures,
    RuleSource Source,
    bool Local = false);
