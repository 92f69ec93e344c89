using System.Collections.Concurrent;
using QofFhir.Core.Achievement;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Spec.Prompts;

/// <summary>A framework and the lives found for its adjust rows, once for all tests.</summary>
internal sealed class LifeCase
{
    private const int CodesEach = 3;

    private static readonly ConcurrentDictionary<string, Lazy<LifeCase>> Made = new();

    private readonly Prompter _prompter;
    private readonly Dictionary<string, int> _places;

    private LifeCase(string id)
    {
        Framework = WithFewCodes(Rulebook.Framework(id));
        Lives = [.. Fractions.AsParallel().AsOrdered().SelectMany(i => new LifeSearch(Framework, i).Lives().ToArray())];
        var builder = new PracticeRecordsBuilder();
        Lives.ToList().ForEach(l => l.AddTo(builder));
        Records = builder.Build();
        _prompter = new Prompter(Framework);
        _places = Enumerable.Range(0, Records.PatientCount).ToDictionary(p => Records.Patient(p).Id, StringComparer.Ordinal);
    }

    public Framework Framework { get; }

    public IReadOnlyList<Life> Lives { get; }

    /// <summary>All patients of all lives.</summary>
    public PracticeRecords Records { get; }

    public IEnumerable<FrameworkIndicator> Fractions => Framework.Indicators.Where(i => Framework.Rule(i) is IndicatorRule.Fraction);

    public static LifeCase Of(string id) => Made.GetOrAdd(id, i => new Lazy<LifeCase>(() => new LifeCase(i))).Value;

    public PatientPrompts Prompts(int patient, DateOnly today) => _prompter.Of(Records, patient, today);

    /// <summary>Where the patient of a life stands for the indicator that it is about.</summary>
    public Prompt On(Life life, DateOnly today) => Prompts(_places[life.Id], today).Prompts.Single(p => p.Indicator.Id == life.Indicator);

    /// <summary>The day from which the care is due again after the treatment; null when there was none, or it is done for good.</summary>
    public DateOnly? Until(Life life) => life.Treated is { } treated ? On(life, treated).NextDue : null;

    /// <summary>Those that the fewest other clusters hold, so that one entry is one thing.</summary>
    private static Framework WithFewCodes(Framework framework)
    {
        var codes = SpecCodes.Of(framework.Plan);
        return framework with
        {
            Plan = framework.Plan with
            {
                Clusters = [.. framework.Plan.Clusters.Select(c => c with
                {
                    Codes = Enumerable.Range(1, Math.Min(CodesEach, c.Codes.Count)).Select(n => codes.Code(c.Name[..^"_COD".Length], n)).ToHashSet(StringComparer.Ordinal),
                })],
            },
        };
    }
}
