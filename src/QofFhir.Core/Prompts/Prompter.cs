using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Prompts;

/// <summary>Says where patients stand, one at a time, for those who see them. Made once a framework and then asked by any number of threads.</summary>
public sealed class Prompter
{
    private readonly Framework _framework;
    private readonly ClusterIndex _clusters;
    private readonly PromptTable[] _tables;
    private readonly StratumRule.Table? _frailty;
    private readonly AdjustmentList _adjustments;
    private readonly ConcurrentBag<PatientWalk> _idle = [];
    private readonly PracticeRecords _nobody = new PracticeRecordsBuilder().Build();
    private readonly ClusterMap _nothing;
    private readonly ConditionalWeakTable<PracticeRecords, ClusterMap> _maps = [];

    public Prompter(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        _framework = framework;
        _clusters = new ClusterIndex(framework.Plan);
        _nothing = new ClusterMap(_clusters, _nobody.Concepts);
        _tables = [.. framework.Indicators.Where(i => AsksForCare(framework, i)).Select(i => new PromptTable(framework, i))];
        _frailty = framework.Strata.FirstOrDefault(s => s.Rule.Name == "frailty" && s.Evaluability.State != EvaluabilityState.NotEvaluable)?.Rule as StratumRule.Table;
        _adjustments = new AdjustmentList(framework, _clusters);
    }

    /// <summary>Where a patient stands for every indicator of the framework that asks for care.</summary>
    /// <param name="patient">The patient's place in the records.</param>
    /// <param name="today">Inside the service year that holds it, windows end on 31 March; nothing dated after today counts.</param>
    /// <param name="practice">ODS code: only who is registered there is on the list. Null: whoever is on any.</param>
    /// <exception cref="ArgumentException">The framework holds sample codes and the patient is no sample.</exception>
    public PatientPrompts Of(PracticeRecords records, int patient, DateOnly today, string? practice = null)
    {
        var walk = Take(records, patient);
        var prompts = Prompts(walk, patient, today, practice);
        Give(walk);
        return prompts;
    }

    /// <summary>The resources behind outcomes of a patient, in the order of the prompts; none where nothing was counted.</summary>
    /// <param name="prompts">Some of what <see cref="Of"/> gave for the same patient and day.</param>
    public IReadOnlyList<Evidence> EvidenceOf(
        PracticeRecords records, int patient, DateOnly today, IReadOnlyList<Prompt> prompts, string? practice = null)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        var walk = Take(records, patient);
        var onList = walk.Begin(patient, practice, ServiceDates.Year(today));
        Evidence[] evidence =
            [.. prompts.Select(p => onList && Array.Find(_tables, t => t.Indicator.Id == p.Indicator.Id) is { } table ? table.EvidenceOf(walk) : Evidence.None)];
        Give(walk);
        return evidence;
    }

    /// <summary>Walks the patient through one indicator and keeps every step: what <see cref="Qof.Explain"/> gives, for those who ask about one patient after the other.</summary>
    /// <exception cref="ArgumentException">The framework has no such indicator that asks for care, or it cannot be evaluated.</exception>
    public Explanation Explain(PracticeRecords records, int patient, DateOnly today, string indicator, string? practice = null)
    {
        var asked = Array.Find(_tables, t => t.Indicator.Id == indicator)?.Rows
            ?? throw new ArgumentException($"{_framework.Id} has no indicator {indicator} that asks for care and can be evaluated", nameof(indicator));
        var walk = Take(records, patient);
        var explanation = Qof.Walked(walk, asked, patient, practice, ServiceDates.Year(today));
        Give(walk);
        return explanation;
    }

    /// <summary>The adjustments that, recorded today, would take the patient out of indicators whose care is outstanding and not yet adjusted: each is tried by the rules, none is guessed.</summary>
    /// <param name="of">What <see cref="Of"/> gave for the same patient and day.</param>
    /// <returns>Unsuitable first, then chosen not to, then no response; where a cluster holds more codes than one could choose from, none of its.</returns>
    public IReadOnlyList<AdjustmentOption> AdjustmentsOf(PracticeRecords records, int patient, PatientPrompts of, string? practice = null)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (!of.OnList)
        {
            return [];
        }

        var walk = Take(records, patient);
        var options = _adjustments.Of(walk, patient, of, practice);
        Give(walk);
        return options;
    }

    /// <summary>Names of the clusters from which <see cref="AdjustmentsOf"/> takes codes.</summary>
    public static IEnumerable<string> AdjustmentClusters(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return new AdjustmentList(framework, new ClusterIndex(framework.Plan)).Clusters;
    }

    /// <summary>Nobody is prompted for the dead.</summary>
    internal static bool AsksForCare(Framework framework, FrameworkIndicator indicator) =>
        indicator.Kind == IndicatorKind.Fraction && (indicator.Rule is not { } rule || framework.Plan.Indicators[rule].People == People.OnList);

    private PatientWalk Take(PracticeRecords records, int patient)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfNegative(patient);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(patient, records.PatientCount);
        if (_framework.SampleCodes && !records.Patient(patient).Sample)
        {
            throw new ArgumentException(SampleData.Refusal, nameof(patient));
        }

        var map = _maps.GetValue(records, r => new ClusterMap(_clusters, r.Concepts));
        if (!_idle.TryTake(out var walk))
        {
            return new PatientWalk(_framework.Plan, records, map);
        }

        walk.Lay(records, map);
        return walk;
    }

    /// <summary>Nothing of a patient stays with a walk that waits for the next.</summary>
    private void Give(PatientWalk walk)
    {
        walk.Lay(_nobody, _nothing);
        _idle.Add(walk);
    }

    private PatientPrompts Prompts(PatientWalk walk, int patient, DateOnly today, string? practice)
    {
        var year = ServiceDates.Year(today);
        if (!walk.Begin(patient, practice, year))
        {
            return new PatientPrompts(_framework, false, today, []);
        }

        var frailty = _frailty?.Rows.First(r => walk.Holds(r.Line.Condition)).Group;

        // All by the year's dates first: what indicators share is worked out once.
        var asked = new bool[_tables.Length];
        var outcomes = new Outcome?[_tables.Length];
        for (var i = 0; i < _tables.Length; i++)
        {
            outcomes[i] = _tables[i].Year(walk, out asked[i]);
        }

        var prompts = new Prompt[_tables.Length];
        for (var i = 0; i < _tables.Length; i++)
        {
            prompts[i] = _tables[i].Judge(walk, year, outcomes[i], asked[i]);
        }

        return new PatientPrompts(_framework, true, today, prompts) { Frailty = frailty is "moderate" or "severe" ? frailty : null };
    }
}
