using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Prompts;

/// <summary>One indicator, made ready to be asked for one patient after the other.</summary>
internal sealed class PromptTable
{
    private readonly FrameworkIndicator _indicator;
    private readonly OutcomeTable? _table;
    private readonly AskedCare? _asked;
    private readonly Dictionary<Row, DecidingDay> _deciding = new(ReferenceEqualityComparer.Instance);
    private readonly bool _evaluable;
    private readonly Prompt _outside;
    private readonly Prompt _unknown;

    public PromptTable(Framework framework, FrameworkIndicator indicator)
    {
        _indicator = indicator;
        _outside = new Prompt(indicator, PromptState.NotInPopulation, null, ClinicalState.NotApplicable);
        _unknown = new Prompt(indicator, PromptState.NotEvaluated, null, ClinicalState.NotApplicable);
        Care = [];
        _evaluable = indicator.Evaluability.State != EvaluabilityState.NotEvaluable;

        // Who is not of the population is known even where the rest is not, as long as all codes of the population are.
        var population = indicator.Evaluability.Shortfalls.All(s => s.Role != ClusterRole.Population);
        if (indicator.Rule is { } rule && (_evaluable || population) && framework.Plan.Indicators[rule] is IndicatorRule.Fraction fraction)
        {
            _table = new OutcomeTable(fraction);
            _asked = new AskedCare(framework, fraction);
            Care = _asked.All;
            foreach (var row in fraction.Rows.Where(r => r.End == RowEnd.Adjust))
            {
                _deciding[row] = new DecidingDay(framework.Plan, row);
            }
        }
    }

    public FrameworkIndicator Indicator => _indicator;

    /// <summary>What patients are walked through; null where that cannot be said.</summary>
    public OutcomeTable? Rows => _evaluable ? _table : null;

    /// <param name="walk">Stands at the patient, by the dates of the year.</param>
    public Evidence EvidenceOf(PatientWalk walk) => _table is null || !_evaluable ? Evidence.None : Evidence.Of(walk, _table);

    /// <summary>What the year comes to; null outside the population and where it cannot be said.</summary>
    /// <param name="walk">Stands at the patient, by the dates of the year.</param>
    public Outcome? Year(PatientWalk walk, out bool asked)
    {
        asked = false;
        return _table is null || !_evaluable ? null : walk.Walk(_table, out asked);
    }

    /// <summary>All care that the indicator may ask for.</summary>
    public IReadOnlyList<Care> Care { get; }

    /// <summary>What the year still asks of the patient.</summary>
    /// <param name="walk">Stands at the patient, by the dates of the year.</param>
    public IReadOnlyList<OpenCare> Open(PatientWalk walk) => _asked?.Open(walk) ?? [];

    /// <param name="walk">Stands at the patient; is left on other dates.</param>
    public Prompt Judge(PatientWalk walk, ServiceDates dates, Outcome? year, bool asked)
    {
        if (_table is null)
        {
            return _unknown;
        }

        if (!_evaluable)
        {
            walk.MoveTo(dates);
            return walk.IsInPopulation(_table.Population) ? _unknown : _outside;
        }

        if (year is null)
        {
            return _outside;
        }

        if (year is Outcome.Excluded)
        {
            return new Prompt(_indicator, PromptState.Excluded, year, ClinicalState.NotApplicable);
        }

        walk.MoveTo(dates);
        var clinical = ClinicalView.Of(walk, _table, year, asked);
        if (year is Outcome.Achieved)
        {
            return new Prompt(_indicator, PromptState.Achieved, year, clinical);
        }

        var adjustment = year is Outcome.Adjusted adjusted ? Recorded(walk, dates, adjusted) : null;
        walk.MoveTo(dates);
        return new Prompt(_indicator, StateOf(adjustment, clinical), year, clinical) { Adjustment = adjustment, Open = _asked!.Open(walk) };
    }

    private RecordedAdjustment Recorded(PatientWalk walk, ServiceDates dates, Outcome.Adjusted adjusted)
    {
        walk.MoveTo(dates);
        var on = _deciding[adjusted.By].Of(walk, dates.AchievementDate);
        DateOnly? until = null;
        if (adjusted.Reason is AdjustmentReason.NewlyDiagnosed or AdjustmentReason.NewlyRegistered)
        {
            walk.LookAt(dates.AchievementDate);
            until = Lapse.InTimeUntil(walk, _table!, dates.AchievementDate);
        }

        return new RecordedAdjustment(adjusted.Reason, adjusted.By.Label!, on, until);
    }

    private static PromptState StateOf(RecordedAdjustment? adjustment, ClinicalState clinical) =>
        adjustment is not null ? PromptState.OutstandingAdjusted
        : clinical is { Due: ClinicallyDue.UpToDate, LapsesOn: not null } ? PromptState.DueLater
        : PromptState.Outstanding;
}
