using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Service.Organisations;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Payments;

/// <summary>Makes statements: of all practices, or of one.</summary>
internal sealed class PaymentRuns(FiguresReader reader, PaymentStore store, OrganisationStore organisations, TimeProvider clock)
{
    /// <param name="national">Null: the sums of the practices that reported.</param>
    public PaymentRun Make(Framework framework, DateOnly on, NationalPrevalence? national, string client)
    {
        var day = organisations.Geography().On(on);
        var members = organisations.Geography().Geography.Organisations.Where(o => o.Kind == OrganisationKind.Practice && day.IsActive(o.Code)).Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        var figures = reader.Read(framework.Id, on, framework.Payment!, Attested(framework));
        national ??= NationalPrevalence.OfSums(framework, on, [.. figures.Values]);
        var head = new PaymentRunHead(framework.Id, on, StoredReport.Moment(clock.GetUtcNow()), client, national);
        var readable = figures.Values.Where(f => NotUsable(f) is null).OrderBy(f => f.Practice, StringComparer.Ordinal).ToArray();
        StatementDraft[] drafts = [.. readable.AsParallel().AsOrdered().Select(f => StatementDraft.Of(framework, on, f, national))];

        // Added up by the database, after they were read one by one: a report that came between shows.
        var sums = reader.Sums(framework.Id, on);
        PaymentRun? run = null;
        store.Keep(head, drafts, (id, fates, kept) => run = Told(id, head, framework, members, figures, fates, kept, sums));
        return run!;
    }

    /// <summary>One practice's statement by the national prevalence of a run.</summary>
    /// <returns>Null where the practice has no live report of the date, or none that can be used; then why.</returns>
    public StatementFate? Make(Framework framework, DateOnly on, string practice, KeptRun run, string client, out string? why)
    {
        var figures = reader.Read(framework.Id, on, framework.Payment!, Attested(framework), practice).GetValueOrDefault(practice);
        why = figures is null ? NoReport : NotUsable(figures);
        return why is null ? store.Keep(StatementDraft.Of(framework, on, figures!, run.National), run.Id, StoredReport.Moment(clock.GetUtcNow()), client) : null;
    }

    public static string[] Attested(Framework framework) => [.. framework.Indicators.Where(i => i.Kind == IndicatorKind.Attestation).Select(i => i.Id)];

    private const string NoReport = "no live report of this date was collected";

    private static string? NotUsable(PracticeFigures figures) => figures.ListSizes.Count > 1
        ? $"its reports tell different list sizes: {string.Join(", ", figures.ListSizes)}"
        : null;

    private static PaymentRun Told(
        long id, PaymentRunHead head, Framework framework, HashSet<string> members, IReadOnlyDictionary<string, PracticeFigures> figures, IReadOnlyList<StatementFate> fates,
        IReadOnlyDictionary<string, decimal?> kept, IReadOnlyDictionary<string, ReportedCounts> sums)
    {
        var expected = members.Union(figures.Keys).Order(StringComparer.Ordinal).ToArray();
        var stated = fates.Where(f => f.Number is not null).ToList();
        LeftOut[] leftOut =
        [
            .. expected.Where(p => !figures.ContainsKey(p)).Select(p => new LeftOut(p, NoReport)),
            .. figures.Values.Select(f => (f.Practice, Why: NotUsable(f))).Where(f => f.Why is not null).Select(f => new LeftOut(f.Practice, f.Why!)),
            .. fates.Where(f => f.LeftOut is not null).Select(f => new LeftOut(f.Draft.Practice, f.LeftOut!)),
        ];
        var pounds = stated.Sum(f => f.Draft.Pounds ?? 0);
        RunCheck[] checks =
        [
            Reconciliation.Pounds(pounds, fates, kept),
            Reconciliation.Groups(pounds, fates),
            Reconciliation.Practices(expected.Length, stated.Count, leftOut.Length),
            .. Reconciliation.Counts(framework, Counted(framework, stated, figures.Values), sums),
        ];
        return new PaymentRun(
            id, head.Framework, head.AchievementDate, head.Made, head.Client, head.National, expected.Length, members.Count, stated.Count(f => f.Made), stated.Sum(f => f.Draft.Points ?? 0), pounds,
            stated.Count(f => f.Draft.Provisional), stated.Count(f => f.Draft.Pounds is null), stated.Exists(f => f.Draft.Sample), checks.All(c => c.Holds), checks,
            [.. stated.Select(f => new RunStatement(f.Draft.Practice, f.Number!.Value, f.Draft.Points, f.Draft.Pounds, f.Made, members.Contains(f.Draft.Practice) ? null : true))],
            [.. leftOut.OrderBy(l => l.Practice, StringComparer.Ordinal)]);
    }

    /// <summary>Counts in the statements, in the reports of practices that were left out, and of the registers that prevalence is taken from.</summary>
    private static Dictionary<string, ReportedCounts> Counted(Framework framework, IReadOnlyList<StatementFate> stated, IEnumerable<PracticeFigures> figures)
    {
        var inStatements = stated.Select(f => f.Draft.Practice).ToHashSet(StringComparer.Ordinal);
        var beside = framework.Reported.Select(i => i.Id).Except(framework.Indicators.Select(i => i.Id), StringComparer.Ordinal).ToArray();
        return stated.SelectMany(f => f.Draft.Indicators).Where(i => i.Counts is not null).Select(i => (i.Id, Counts: i.Counts!))
            .Concat(figures.SelectMany(f => (inStatements.Contains(f.Practice) ? beside : framework.Reported.Select(i => i.Id)).Select(id => (Id: id, Counts: f.Counts(id)!)).Where(c => c.Counts is not null)))
            .GroupBy(c => c.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => ReportedCounts.Sum(g.Select(c => c.Counts)), StringComparer.Ordinal);
    }
}
