using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;
using QofFhir.Fhir.Writing.Gaps;
using QofFhir.Service.Records;

namespace QofFhir.Service.CareGaps;

/// <summary>Works out the gaps of a practice's patients, one after the other. For one thread.</summary>
internal sealed class GapsOfPractice
{
    private readonly PracticeAtHand _practice;
    private readonly GapsQuestion _question;
    private readonly ServiceDates _dates;
    private readonly DateTimeOffset _now;
    private readonly FrameworkIndicator[] _asked;

    /// <param name="today">Before the end of the framework's year its last day is not judged yet; after it, that day is.</param>
    public GapsOfPractice(PracticeAtHand practice, GapsQuestion question, DateOnly today, DateTimeOffset now)
    {
        (_practice, _question, _now) = (practice, question, now);
        var end = practice.Framework.YearStart.AddYears(1).AddDays(-1);
        _dates = ServiceDates.Year(today < end ? today : end);
        _asked = [.. practice.Framework.Indicators.Where(i => question.Indicators.Contains(i.Id))];
    }

    /// <summary>Of the measures asked about, those that nothing can be said of, with the reason.</summary>
    public IEnumerable<string> NotEvaluated => _asked
        .Where(i => i.Evaluability.State == EvaluabilityState.NotEvaluable)
        .Select(i => $"{i.Id} was not evaluated: {i.Evaluability.Reason ?? "no rules are held"}");

    public MeasureReportSettings Settings(DeqmRealm realm) => new(realm, _practice.Framework.SampleCodes || _practice.Records.AllSample);

    /// <summary>The gaps of one patient that is asked for by name: what could not be evaluated is told whatever statuses are asked.</summary>
    public PatientGaps Of(int patient) => Gaps(patient, Prompts(patient), alone: true);

    /// <summary>The same of one of many.</summary>
    /// <returns>Null for who is not on the list, or has no gap of the statuses that are asked.</returns>
    public PatientGaps? OfMember(int patient)
    {
        var prompts = Prompts(patient);
        return prompts.OnList && Gaps(patient, prompts, alone: false) is { Gaps.Count: > 0 } gaps ? gaps : null;
    }

    private PatientPrompts Prompts(int patient) => _practice.Prompter.Of(_practice.Records, patient, _dates.AchievementDate, _practice.Practice.Ods);

    private PatientGaps Gaps(int patient, PatientPrompts prompts, bool alone)
    {
        var states = prompts.Prompts.ToDictionary(p => p.Indicator.Id, StringComparer.Ordinal);

        // Nothing is asked of who is not on the list: they are in no population.
        Prompt[] all = [.. _asked.Select(i => states.TryGetValue(i.Id, out var prompt) ? prompt : new Prompt(i, PromptState.NotInPopulation, null, ClinicalState.NotApplicable))];
        Prompt[] told = alone || all.Any(IsAsked) ? [.. all.Where(p => p.State == PromptState.NotEvaluated || IsAsked(p))] : [];
        var evidence = _practice.Prompter.EvidenceOf(_practice.Records, patient, _dates.AchievementDate, told, _practice.Practice.Ods);
        return new PatientGaps(
            _practice.Framework, _practice.Practice.Ods, _practice.Practice.System.Address, _dates, _practice.Records.Registration,
            _practice.Records.Patient(patient), _practice.TakenAt, _now,
            [.. told.Zip(evidence, (p, e) => new PatientGap(p, p.Outcome is { } outcome ? IndividualEvidence.Of(outcome, e) : []))])
        {
            IsDocument = _question.IsDocument,
        };
    }

    private bool IsAsked(Prompt prompt) => _question.Statuses.Contains(PatientGap.StatusOf(prompt.State));
}
