using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.Core.Prompts;

/// <summary>Says where patients stand, one at a time, for those who see them. Made once a framework and then asked by any number of threads.</summary>
public sealed class Prompter
{
    private readonly Framework _framework;
    private readonly ClusterIndex _clusters;
    private readonly PromptTable[] _tables;
    private readonly ConcurrentBag<PatientWalk> _idle = [];
    private readonly ConditionalWeakTable<PracticeRecords, ClusterMap> _maps = [];

    public Prompter(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        _framework = framework;
        _clusters = new ClusterIndex(framework.Plan);
        _tables = [.. framework.Indicators.Where(i => i.Kind == IndicatorKind.Fraction).Select(i => new PromptTable(framework, i))];
    }

    /// <summary>Where a patient stands for every indicator of the framework that asks for care.</summary>
    /// <param name="patient">The patient's place in the records.</param>
    /// <param name="today">Inside the service year that holds it, windows end on 31 March; nothing dated after today counts.</param>
    /// <param name="practice">ODS code: only who is registered there is on the list. Null: whoever is on any.</param>
    /// <exception cref="ArgumentException">The framework holds sample codes and the patient is no sample.</exception>
    public PatientPrompts Of(PracticeRecords records, int patient, DateOnly today, string? practice = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfNegative(patient);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(patient, records.PatientCount);
        if (_framework.SampleCodes && !records.Patient(patient).Sample)
        {
            throw new ArgumentException(SampleData.Refusal, nameof(patient));
        }

        var map = _maps.GetValue(records, r => new ClusterMap(_clusters, r.Concepts));
        if (_idle.TryTake(out var walk))
        {
            walk.Lay(records, map);
        }
        else
        {
            walk = new PatientWalk(_framework.Plan, records, map);
        }

        var prompts = Prompts(walk, patient, today, practice);
        _idle.Add(walk);
        return prompts;
    }

    private PatientPrompts Prompts(PatientWalk walk, int patient, DateOnly today, string? practice)
    {
        var year = ServiceDates.Year(today);
        if (!walk.Begin(patient, practice, year))
        {
            return new PatientPrompts(_framework, false, today, []);
        }

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

        return new PatientPrompts(_framework, true, today, prompts);
    }
}
