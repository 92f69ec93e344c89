namespace QofFhir.Core.Improvement;

/// <summary>What one practice does about one module in one service year.</summary>
/// <param name="Practice">ODS code in capitals.</param>
/// <param name="Module">Identifier of the module.</param>
/// <param name="YearStart">1 April of the service year.</param>
public sealed record ImprovementPlan(string Practice, string Module, DateOnly YearStart)
{
    /// <summary>Where each measure stood at first: frozen, one a measure.</summary>
    public IReadOnlyList<Measurement> Baselines { get; init; } = [];

    public IReadOnlyList<Objective> Objectives { get; init; } = [];

    public IReadOnlyList<PdsaCycle> Cycles { get; init; } = [];

    /// <summary>Where each measure stood later, in any order.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    public IReadOnlyList<PeerMeeting> Meetings { get; init; } = [];

    public IReadOnlyList<TemplateAnswer> Answers { get; init; } = [];

    public IReadOnlyList<AttestedRequirement> Attested { get; init; } = [];

    /// <summary>The last declaration; null where there is none.</summary>
    public PlanDeclaration? Declaration { get; init; }

    /// <summary>31 March, inside the service year.</summary>
    public DateOnly YearEnd => YearStart.Year < DateOnly.MaxValue.Year ? YearStart.AddYears(1).AddDays(-1) : DateOnly.MaxValue;

    /// <summary>All entries but the declaration.</summary>
    public IEnumerable<PlanEntry> Entries => [.. Baselines, .. Objectives, .. Cycles, .. Measurements, .. Meetings, .. Answers, .. Attested];

    /// <summary>The baseline of a measure, or null.</summary>
    public Measurement? BaselineOf(string measure) => Baselines.FirstOrDefault(b => b.Measure == measure);

    /// <summary>The latest measurement of a measure up to a day, its baseline left aside; null where there is none.</summary>
    public Measurement? LatestOf(string measure, DateOnly today) =>
        Measurements.Where(m => m.Measure == measure && m.On <= today).MaxBy(m => m.On);

    /// <summary>Which way the practice wants a measure to go, by the objective last set up to a day; null without one.</summary>
    public Direction? WantedOf(string measure, DateOnly today) =>
        Objectives.Where(o => o.Measure == measure && o.SetOn <= today).MaxBy(o => o.SetOn)?.Direction;

    /// <summary>The plan with a new declaration of all that it says now, in place of an older one.</summary>
    public ImprovementPlan Declared(string id, string by, DateOnly on) => this with
    {
        Declaration = new PlanDeclaration(id, (Declaration?.Version ?? 0) + 1, by, on, [.. Entries.Select(e => new DeclaredEntry(e.Id, e.Version))]),
    };
}
