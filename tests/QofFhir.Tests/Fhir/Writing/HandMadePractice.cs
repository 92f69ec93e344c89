using System.Buffers;
using System.Text;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>A result made by hand, one indicator for each shape that a report can have.</summary>
internal static class HandMadePractice
{
    public static readonly DateTimeOffset ComputedAt = new(2026, 11, 21, 7, 30, 0, TimeSpan.FromHours(1));

    private static readonly RuleSource Source = new("QOF business rules v51.2 Diabetes", Certainty.Found);

    private static readonly Row Exclude = new(RowEnd.Exclude, "MDSEVFRAIL", null, [], "1", Source);
    private static readonly Row Achieve = new(RowEnd.Achieve, null, null, [], "2", Source);
    private static readonly Row Unsuitable = new(RowEnd.Adjust, "DMPCAPU", AdjustmentReason.Unsuitable, [], "3", Source);
    private static readonly Row Declined = new(RowEnd.Adjust, "DMPCADEC", AdjustmentReason.PatientChoseNotTo, [], "4", Source);
    private static readonly Row Owe = new(RowEnd.Owe, null, null, [], "5", Source);

    private static readonly IndicatorRule[] Rules =
    [
        Fraction("DM020"), Fraction("DM036"), Fraction("HYP010"), Fraction("BP002"),
        new IndicatorRule.Register([0]) { Id = "DM017", Title = "Register of diabetes", Source = Source },
        new IndicatorRule.Register([0]) { Id = "HYP001", Title = "Register of hypertension", Source = Source },
        Fraction("CHD015"),
    ];

    private static readonly Evaluability Incomplete = new(
        EvaluabilityState.Incomplete, "DMPCADEC_COD is held in part",
        [new("DMPCADEC_COD", Completeness.Partial, ClusterRole.Adjust, GapEffect.DenominatorTooLarge)]);

    private static readonly Evaluability NotEvaluable = new(
        EvaluabilityState.NotEvaluable, "CHD_COD has no codes",
        [new("CHD_COD", Completeness.None, ClusterRole.Population, GapEffect.PopulationUncertain)]);

    /// <summary>All five outcomes in DM020 and DM017; DM036 incomplete; HYP010 without net denominator; BP002 without population; HYP001 a register of 0; CHD015 not evaluable; AF006 without rules; QI001 attested.</summary>
    public static PracticeResult Result(string? practice = "A81001", bool sampleCodes = false, bool outsideItsYear = false)
    {
        IndicatorResult[] indicators =
        [
            Evaluated("DM020", 0, Evaluability.Complete, [
                new Outcome.Excluded(Exclude), new Outcome.Achieved(Achieve), new Outcome.Adjusted(Unsuitable),
                new Outcome.Outstanding(Owe), new Outcome.Outstanding(null)], 17m),
            Evaluated("DM036", 1, Incomplete, [new Outcome.Achieved(Achieve), new Outcome.Achieved(Achieve), new Outcome.Outstanding(null)], 10m),
            Evaluated("HYP010", 2, Evaluability.Complete, [new Outcome.Excluded(Exclude), new Outcome.Adjusted(Declined)], 14m),
            Evaluated("BP002", 3, Evaluability.Complete, [], 15m),
            Register("DM017", 4, 5),
            Register("HYP001", 5, 0),
            new(Indicator("CHD015", IndicatorKind.Fraction, 6, NotEvaluable, 7m), Rules[6], null, null, null, null, []),
            new(Indicator("AF006", IndicatorKind.Fraction, null, Evaluability.NoRules, 12m), null, null, null, null, null, []),
            new(Indicator("QI001", IndicatorKind.Attestation, null, Evaluability.Complete, 27m), null, null, null, null, null, []),
        ];
        var register = new RegisterRule("MADE_UP_REG", "Made-up register", [new(true, new("select", Condition.Always.Instance), "1", Source)], Source);
        var plan = new EvaluationPlan([], [], [register], Rules);
        var framework = new Framework(
            "qof-england-2026-27", "QOF England 2026/27", new(2026, 4, 1), "51.2",
            [.. indicators.Select(i => i.Indicator)], plan, sampleCodes);
        return new(
            framework, practice, ServiceDates.Year(new(2026, 11, 20)),
            practice is null ? RegistrationBasis.NoneRecorded : RegistrationBasis.Recorded, 9000, outsideItsYear, indicators);
    }

    /// <summary>The same, parted by a stratum of twelve groups, so that the tenth and later are there, and by a second one that shares group names with it.</summary>
    public static PracticeResult Stratified()
    {
        var result = Result();
        StratumRule[] rules =
        [
            Supplied("wide", [.. Enumerable.Range(1, 11).Select(n => $"{n}"), "not known"]),
            Supplied("narrow", ["1", "2", "not known"]),
        ];
        FrameworkStratum[] strata = [.. rules.Select(r => new FrameworkStratum(r, Evaluability.Complete))];
        var records = new PracticeRecordsBuilder();
        for (var patient = 0; patient < 5; patient++)
        {
            records.AddPatient(new Patient(PatientId(patient), new(1960, 1, 1), Sex.NotKnown));
        }

        return Qof.Stratify(result with { Framework = result.Framework with { Strata = strata }, Practice = null }, records.Build(), strata, [
            new SuppliedAttribute("wide", new Dictionary<int, string> { [0] = "1", [1] = "10", [2] = "11" }),
            new SuppliedAttribute("narrow", new Dictionary<int, string> { [0] = "1", [1] = "2", [2] = "2" })]);
    }

    public static IndicatorResult Of(PracticeResult practice, string id) => practice.Indicators.Single(i => i.Indicator.Id == id);

    public static string PatientId(int patient) => $"p-{patient}";

    /// <summary>Evidence and clinical state that go with the patient's outcome.</summary>
    public static IndividualResult Individual(IndicatorResult indicator, int patient)
    {
        var outcome = indicator.Outcomes.Single(o => o.Patient == patient).Outcome;
        var (population, clinical) = outcome switch
        {
            Outcome.Excluded => ("denominator-exclusion", ClinicalState.NotApplicable),
            Outcome.Achieved => ("numerator", new ClinicalState(ClinicallyDue.UpToDate, new(2027, 9, 3))),
            Outcome.Adjusted => ("denominator-exception", new ClinicalState(ClinicallyDue.Due)),
            Outcome.Outstanding => ("numerator", new ClinicalState(ClinicallyDue.Due)),
            _ => ("initial-population", ClinicalState.NotApplicable),
        };
        return new(PatientId(patient), outcome, clinical, [
            new("initial-population", [$"Condition/dm-{patient}"]), new(population, [$"Observation/o-{patient}", $"Condition/dm-{patient}"])]);
    }

    public static string Write(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static IndicatorRule.Fraction Fraction(string id) =>
        new([0], [Exclude, Achieve, Unsuitable, Declined, Owe]) { Id = id, Title = Title(id), Source = Source };

    private static string Title(string id) => $"Made-up title of {id}: ≤ 58 & more";

    private static StratumRule.Supplied Supplied(string name, IReadOnlyList<string> groups) =>
        new(name, groups) { Name = name, Title = $"Made-up stratum {name}", Source = Source };

    private static IndicatorResult Evaluated(string id, int rule, Evaluability evaluability, Outcome[] outcomes, decimal points)
    {
        var counts = new IndicatorCounts(
            outcomes.Length,
            [new("MDSEVFRAIL", null, outcomes.Count(o => o is Outcome.Excluded))],
            [.. new[] { Unsuitable, Declined }.Select(r => new LabelCount(r.Label!, r.Reason, outcomes.Count(o => o.Row == r)))],
            outcomes.Count(o => o is Outcome.Achieved),
            outcomes.Count(o => o is Outcome.Outstanding));
        var earned = PointsRule.Between(counts.Numerator, counts.Denominator, points, 35, 75);
        return new(
            Indicator(id, IndicatorKind.Fraction, rule, evaluability, points), Rules[rule], counts,
            counts.Denominator == 0 ? null : 100m * counts.Numerator / counts.Denominator, earned, null,
            [.. outcomes.Select((o, i) => new PatientOutcome(i, o))]);
    }

    private static IndicatorResult Register(string id, int rule, int size) => new(
        Indicator(id, IndicatorKind.Register, rule, Evaluability.Complete, 6m), Rules[rule], new(size, [], [], 0, 0), null, 6m, null,
        [.. Enumerable.Range(0, size).Select(i => new PatientOutcome(i, Outcome.OnRegister.Instance))]);

    private static FrameworkIndicator Indicator(string id, IndicatorKind kind, int? rule, Evaluability evaluability, decimal points) => new(
        id, Title(id), "Clinical", "Diabetes", kind, points,
        kind == IndicatorKind.Fraction ? 35 : null, kind == IndicatorKind.Fraction ? 75 : null,
        Certainty.Found, kind == IndicatorKind.Fraction ? Certainty.Inferred : null, "indicators-2026-27", rule, evaluability)
    {
        RulesCertainty = rule is null ? null : Certainty.Found,
    };
}
