using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Improvement;
using QofFhir.Core.Payments;
using QofFhir.Core.Prompts;
using QofFhir.Core.Recall;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core;

/// <summary>The front door: decides where each patient stands for each indicator, and counts.</summary>
/// <remarks>The same arguments give the same result, and any number of threads may ask. Each call lays the framework's codes against the records anew, which takes megabytes and milliseconds: made for practices and for questions now and then. Whoever asks about one patient after the other makes a <see cref="Prompter"/>, which does it once.</remarks>
public static class Qof
{
    /// <summary>Evaluates every indicator of a framework that has rules and codes.</summary>
    /// <param name="practice">ODS code: only patients registered there count. Null: everyone on any list counts.</param>
    /// <param name="attestations">The practice's answers to attested indicators, at most one each.</param>
    /// <exception cref="ArgumentException">The achievement date is outside the payment period, or the framework holds sample codes and the records are not all sample data.</exception>
    public static PracticeResult Evaluate(
        Framework framework, PracticeRecords records, ServiceDates dates, string? practice = null,
        IReadOnlyList<Attestation>? attestations = null)
    {
        Check(framework, records, dates);
        var walk = new PatientWalk(framework.Plan, records);
        var reported = framework.Reported;
        var tables = reported.Select(i => Evaluable(framework, i)).ToArray();
        var outcomes = reported.Select(_ => new List<PatientOutcome>()).ToArray();
        (People People, int[] Tables)[] asked =
            [.. Enumerable.Range(0, tables.Length).Where(i => tables[i] is not null).GroupBy(i => tables[i]!.People, (p, t) => (p, t.ToArray()))];
        var listSize = 0;
        for (var patient = 0; patient < records.PatientCount; patient++)
        {
            listSize += PracticeList.Holds(records, patient, practice, dates.AchievementDate, dates.Known, out _) ? 1 : 0;
            foreach (var (people, its) in asked)
            {
                if (!walk.Begin(patient, practice, dates, people))
                {
                    continue;
                }

                foreach (var i in its)
                {
                    if (walk.Walk(tables[i]!, out _) is { } outcome)
                    {
                        outcomes[i].Add(new PatientOutcome(patient, outcome));
                    }
                }
            }
        }

        IndicatorResult[] results = [.. reported.Select((indicator, i) => Tally.Of(
            indicator, RuleOf(framework, indicator), outcomes[i],
            attestations?.SingleOrDefault(a => a.Indicator == indicator.Id)))];
        return new PracticeResult(
            framework, practice, dates, records.Registration, listSize, !framework.AnyYear && framework.YearStart != dates.PaymentPeriodStart,
            results[..framework.Indicators.Count])
        {
            Registers = results[framework.Indicators.Count..],
        };
    }

    /// <summary>How many patients are on the list on a day, as payment counts them.</summary>
    /// <param name="practice">ODS code: only patients registered there count. Null: everyone on any list counts.</param>
    /// <param name="known">Registrations that begin after it are not known of; null: all are.</param>
    public static ListCount ListOn(PracticeRecords records, DateOnly on, string? practice = null, DateOnly? known = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new ListCount(Enumerable.Range(0, records.PatientCount).Count(p => PracticeList.Holds(records, p, practice, on, known ?? on, out _)), on);
    }

    /// <summary>Parts the counts of a result by strata of its framework. A stratum that is not evaluable, or whose attribute is not supplied, parts nothing and says why.</summary>
    /// <exception cref="ArgumentException">A supplied attribute names a group that its stratum does not have.</exception>
    public static PracticeResult Stratify(
        PracticeResult result, PracticeRecords records, IReadOnlyList<FrameworkStratum> strata,
        IReadOnlyList<SuppliedAttribute>? attributes = null) =>
        new Stratification(result, records, attributes ?? []).By(strata);

    /// <summary>Parts the adjustments of a result by the month of the record that decided each, so that coding at the end of the year shows.</summary>
    public static PracticeResult ByMonth(PracticeResult result, PracticeRecords records)
    {
        var walk = new PatientWalk(result.Framework.Plan, records);
        var deciding = new Dictionary<Row, DecidingDay>(ReferenceEqualityComparer.Instance);
        return result with
        {
            Indicators = [.. result.Indicators.Select(Months)],
            Registers = [.. result.Registers.Select(Months)],
        };

        IndicatorResult Months(IndicatorResult indicator) => indicator with
        {
            AdjustedIn = [.. indicator.Outcomes
                .Where(o => o.Outcome is Outcome.Adjusted)
                .GroupBy(o => (((Outcome.Adjusted)o.Outcome).Reason, Month: Month(o, indicator.Rule!.People)))
                .OrderBy(g => g.Key)
                .Select(g => new AdjustedInMonth(g.Key.Reason, g.Key.Month, g.Count()))],
        };

        DateOnly? Month(PatientOutcome of, People people)
        {
            var row = of.Outcome.Row!;
            if (!deciding.TryGetValue(row, out var decided))
            {
                deciding[row] = decided = new DecidingDay(result.Framework.Plan, row);
            }

            walk.Begin(of.Patient, result.Practice, result.Dates, people);
            return decided.Of(walk, walk.Dates.AchievementDate) is { } day ? new DateOnly(day.Year, day.Month, 1) : null;
        }
    }

    /// <summary>Whether care is clinically due today for each patient of each evaluated indicator of a result, and when it lapses.</summary>
    /// <returns>For each of the result's <see cref="PracticeResult.Reported"/>, one state for each of its outcomes, in their order.</returns>
    public static IEnumerable<IReadOnlyList<ClinicalState>> Clinical(PracticeResult result, PracticeRecords records)
    {
        var walk = new PatientWalk(result.Framework.Plan, records);
        foreach (var indicator in result.Reported)
        {
            var table = Evaluable(result.Framework, indicator.Indicator);
            yield return [.. indicator.Outcomes.Select(o => table is null
                ? ClinicalState.NotApplicable
                : ClinicalOf(walk, table, o.Patient, result.Practice, result.Dates))];
        }
    }

    /// <summary>Where one patient stands for every indicator that asks for care; for many patients make one <see cref="Prompter"/>.</summary>
    /// <param name="patient">The patient's place in the records.</param>
    /// <param name="practice">ODS code: only who is registered there is on the list. Null: whoever is on any.</param>
    /// <exception cref="ArgumentException">The framework holds sample codes and the patient is no sample.</exception>
    public static PatientPrompts Prompts(Framework framework, PracticeRecords records, int patient, DateOnly today, string? practice = null) =>
        new Prompter(framework).Of(records, patient, today, practice);

    /// <summary>Whom a practice recalls: each patient once, with all that is owed over the indicators, grouped by what one visit settles, and with the invitations that still count.</summary>
    /// <param name="practice">ODS code: only who is registered there is on the list. Null: whoever is on any.</param>
    /// <param name="outcomes">What became of earlier recalls, in the order in which it was told: it annotates and changes no count.</param>
    /// <exception cref="ArgumentException">The framework holds sample codes and the records are not all sample data.</exception>
    public static Worklist Worklist(
        Framework framework, PracticeRecords records, RecallQuestion question, string? practice = null, IReadOnlyList<RecallOutcome>? outcomes = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        Check(framework, records, ServiceDates.Year(question.Today));
        return new RecallRound(framework, records, question, practice, outcomes ?? []).Make();
    }

    /// <summary>The resources behind each outcome of a result: what <see cref="Evidence.Of(Explanation)"/> gives for one patient, for all of them in one go.</summary>
    /// <returns>For each of the result's <see cref="PracticeResult.Reported"/>, the evidence of each of its outcomes, in their order; made as it is asked for.</returns>
    public static IEnumerable<IEnumerable<Evidence>> EvidenceOf(PracticeResult result, PracticeRecords records)
    {
        var walk = new PatientWalk(result.Framework.Plan, records);
        foreach (var indicator in result.Reported)
        {
            var table = Evaluable(result.Framework, indicator.Indicator);
            yield return table is null ? [] : indicator.Outcomes.Select(o =>
            {
                walk.Begin(o.Patient, result.Practice, result.Dates, table.People);
                return Evidence.Of(Steps(walk, table, ClinicalState.NotApplicable));
            });
        }
    }

    /// <summary>Those whom the fractions of a result leave outstanding, by indicator and patient: for a measure of safety, the patients at risk and why.</summary>
    public static IEnumerable<PatientAtRisk> AtRisk(PracticeResult result, PracticeRecords records)
    {
        var walk = new PatientWalk(result.Framework.Plan, records);
        foreach (var indicator in result.Indicators)
        {
            var table = Evaluable(result.Framework, indicator.Indicator);
            foreach (var (patient, _) in indicator.Outcomes.Where(o => o.Outcome is Outcome.Outstanding))
            {
                walk.Begin(patient, result.Practice, result.Dates, table!.People);
                var steps = Steps(walk, table, ClinicalState.NotApplicable);
                yield return new PatientAtRisk(
                    indicator.Indicator.Id, patient,
                    [.. steps.Registers.Where(r => r.On).SelectMany(r => r.Rows).Where(r => r.Held).SelectMany(r => r.Lines)],
                    [.. steps.Rows.Where(r => r.Name == "achieve").SelectMany(r => r.Lines).Where(l => !l.Held)]);
            }
        }
    }

    /// <summary>Walks one patient through one indicator and keeps every step.</summary>
    /// <exception cref="ArgumentException">The framework has no such indicator, or it cannot be evaluated; the message says why.</exception>
    public static Explanation Explain(
        Framework framework, PracticeRecords records, ServiceDates dates, int patient, string indicator, string? practice = null)
    {
        Check(framework, records, dates);
        var paid = framework.Reported.FirstOrDefault(i => i.Id == indicator)
            ?? throw new ArgumentException($"{framework.Id} has no indicator {indicator}", nameof(indicator));
        var table = Evaluable(framework, paid)
            ?? throw new ArgumentException($"{indicator} has no walk: {paid.Evaluability.Reason ?? "it is attested"}", nameof(indicator));
        return Walked(new PatientWalk(framework.Plan, records), table, patient, practice, dates);
    }

    /// <param name="walk">Of the patient's records; is left on the given dates.</param>
    internal static Explanation Walked(PatientWalk walk, OutcomeTable table, int patient, string? practice, ServiceDates dates)
    {
        var clinical = ClinicalOf(walk, table, patient, practice, dates);
        return walk.Begin(patient, practice, dates, table.People)
            ? Steps(walk, table, clinical)
            : new Explanation(false, [], [], null, ClinicalState.NotApplicable);
    }

    /// <summary>Every step of the patient that the walk stands at.</summary>
    private static Explanation Steps(PatientWalk walk, OutcomeTable table, ClinicalState clinical)
    {
        var explainer = new Explainer(walk);
        var outcome = walk.Walk(table, out _);
        var rows = outcome is null ? [] : explainer.Rows(table.Rows);
        return new Explanation(true, explainer.Registers(table.Population), rows, outcome, clinical) { Registered = walk.Registered };
    }

    /// <summary>An indicator's table, or null when it is attested, has no rules, or lacks the codes that decide it.</summary>
    private static OutcomeTable? Evaluable(Framework framework, FrameworkIndicator indicator) =>
        indicator.Evaluability.State != EvaluabilityState.NotEvaluable
        && RuleOf(framework, indicator) is { } rule and not IndicatorRule.Attestation
            ? new OutcomeTable(rule)
            : null;

    private static IndicatorRule? RuleOf(Framework framework, FrameworkIndicator indicator) =>
        indicator.Rule is { } rule ? framework.Plan.Indicators[rule] : null;

    private static ClinicalState ClinicalOf(PatientWalk walk, OutcomeTable table, int patient, string? practice, ServiceDates dates)
    {
        // To the dead nothing is due.
        if (table.People != People.OnList || !walk.Begin(patient, practice, dates))
        {
            return ClinicalState.NotApplicable;
        }

        var year = walk.Walk(table, out var yearAsks);
        return ClinicalView.Of(walk, table, year, yearAsks);
    }

    private static void Check(Framework framework, PracticeRecords records, ServiceDates dates)
    {
        if (dates.AchievementDate < dates.PaymentPeriodStart || dates.AchievementDate > dates.PaymentPeriodEnd)
        {
            throw new ArgumentException(
                $"the achievement date {dates.AchievementDate:yyyy-MM-dd} is outside the payment period {dates.PaymentPeriodStart:yyyy-MM-dd} to {dates.PaymentPeriodEnd:yyyy-MM-dd}",
                nameof(dates));
        }

        if (framework.SampleCodes && records.PatientCount > 0 && !records.AllSample)
        {
            throw new ArgumentException(
                SampleData.Refusal,
                nameof(records));
        }
    }
}
