using System.Collections.Concurrent;
using QofFhir.Core.Achievement;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Fhir.Publishing;
using QofFhir.Fhir.Writing.Cds;
using QofFhir.Service.Cds;
using QofFhir.Service.Publishing;

namespace QofFhir.Service.Practices;

/// <summary>The framework that this process evaluates, loaded once at the start.</summary>
internal sealed class RuleBook
{
    private volatile LoadedFramework? _loaded;
    private volatile string? _fault;

    /// <summary>Null until it is loaded, and when it cannot be.</summary>
    public LoadedFramework? Loaded => _loaded;

    /// <summary>All definitions; null until they are loaded.</summary>
    public DefinitionLibrary? Library { get; private set; }

    /// <summary>Why it cannot be loaded.</summary>
    public string? Fault => _fault;

    /// <summary>Canonical URL of a cluster's value set.</summary>
    public static string ValueSetUrl(Cluster cluster) => "https://qoffhir.example.org/fhir/ValueSet/" + cluster.Name;

    /// <summary>Loads the configured framework; the sample practice brings its own code pack. What cannot be loaded is told at <c>/health/ready</c> and in the log.</summary>
    public void Load(ServicePlan plan, ILogger log)
    {
        try
        {
            string[] packs = plan.Sample ? [.. plan.CodePacks, Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")] : [.. plan.CodePacks];
            var library = DefinitionLibrary.Load(plan.Definitions ?? DefinitionLibrary.DefaultRoot, packs);
            var framework = library.Framework(plan.Framework);
            Library = library;
            _loaded = new LoadedFramework(framework, library.CodeIndex(framework), new(() => PublicationOf.Framework(library, framework)))
            {
                Terms = new(() => library.AdjustmentTerms(framework)),
            };
        }
        catch (Exception fault) when (fault is DefinitionException or KeyNotFoundException or IOException)
        {
            _fault = fault.Message;
            log.LogError("The definitions cannot be loaded: {Fault}", fault.Message);
        }
    }
}

/// <param name="Made">Made when first asked for: most services are never asked.</param>
internal sealed record LoadedFramework(Framework Framework, CodeIndex Codes, Lazy<PublishedFramework> Made)
{
    private readonly ConcurrentDictionary<bool, IReadOnlyList<PrefetchTemplate>> _prefetch = [];

    public PublishedFramework Publication => Made.Value;

    /// <summary>Asked for one patient after the other.</summary>
    public Prompter Prompter { get; } = new(Framework);

    /// <summary>What the codes of adjustments are called.</summary>
    public required Lazy<IReadOnlyDictionary<string, string>> Terms { get; init; }

    /// <summary>All that it looks for but medicines, as one value set.</summary>
    public PublishedResource AllCodes { get; } = FrameworkCodes.Of(Framework);

    /// <summary>All that is published of it here.</summary>
    public IEnumerable<PublishedResource> Resources => Publication.Resources.Append(AllCodes);

    /// <summary>What it needs of one patient.</summary>
    /// <param name="byValueSet">False: every type is asked whole.</param>
    public IReadOnlyList<PrefetchTemplate> Prefetch(bool byValueSet) =>
        _prefetch.GetOrAdd(byValueSet, by => PrefetchTemplates.For(Framework.Plan, AllCodes.Url, by));
}
