using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Finds the resources behind the outcomes of one patient after the other. Not for use by several threads at once.</summary>
public sealed class EvidenceFinder
{
    private readonly Framework _framework;
    private readonly PatientWalk _walk;
    private readonly Dictionary<string, OutcomeTable> _tables = new(StringComparer.Ordinal);

    public EvidenceFinder(Framework framework, PracticeRecords records)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(records);
        (_framework, _walk) = (framework, new PatientWalk(framework.Plan, records));
    }

    /// <summary>The resources behind each of these indicators' outcomes, in their order; none where the patient is off the list or out of the population, or the indicator cannot be evaluated.</summary>
    /// <param name="patient">The patient's place in the records.</param>
    /// <param name="practice">ODS code: only who is registered there is on the list. Null: whoever is on any.</param>
    public IReadOnlyList<Evidence> Of(int patient, ServiceDates dates, string? practice, IReadOnlyList<FrameworkIndicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        var onList = _walk.Begin(patient, practice, dates);
        return [.. indicators.Select(i => onList && Table(i) is { } table ? Evidence.Of(_walk, table) : Evidence.None)];
    }

    private OutcomeTable? Table(FrameworkIndicator indicator)
    {
        if (indicator.Evaluability.State == EvaluabilityState.NotEvaluable || indicator.Rule is not { } rule)
        {
            return null;
        }

        return _tables.TryGetValue(indicator.Id, out var table) ? table : _tables[indicator.Id] = new OutcomeTable(_framework.Plan.Indicators[rule]);
    }
}
