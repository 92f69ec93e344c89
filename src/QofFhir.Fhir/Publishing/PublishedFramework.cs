using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Publishing;

/// <summary>A framework as standard definitions: a Measure an indicator, its logic, the value sets, and the Library that pins their versions.</summary>
public sealed class PublishedFramework
{
    private readonly Dictionary<string, LogicLibrary> _libraries;
    private readonly Dictionary<string, LogicLibrary> _byIndicator;
    private readonly Dictionary<string, PublishedResource> _valueSets;

    /// <param name="libraries">Of the framework's indicators, and those that they include.</param>
    /// <param name="valueSets">Each value set that a library declares.</param>
    public PublishedFramework(Framework framework, IReadOnlyList<LogicLibrary> libraries, IReadOnlyList<PublishedResource> valueSets)
    {
        Framework = framework;
        _libraries = libraries.ToDictionary(l => l.Name, StringComparer.Ordinal);
        _byIndicator = libraries.Where(l => l.Indicator is not null).ToDictionary(l => l.Indicator!, StringComparer.Ordinal);
        _valueSets = valueSets.ToDictionary(v => v.Name, StringComparer.Ordinal);
        PublishedResource[] pinned =
        [
            .. framework.Reported.Where(MeasureWriter.Measures).Select(Measure),
            .. libraries.Select(ResourceOf),
            .. valueSets,
        ];
        Array.Sort(pinned, (a, b) => string.CompareOrdinal(a.FileName, b.FileName));
        Resources = [Collection(pinned), .. pinned];
    }

    public Framework Framework { get; }

    /// <summary>Every resource; the asset collection first, the others in the order of their file names.</summary>
    public IReadOnlyList<PublishedResource> Resources { get; }

    /// <summary>Null for an indicator without rules.</summary>
    public LogicLibrary? LibraryOf(FrameworkIndicator indicator) => _byIndicator.GetValueOrDefault(indicator.Id);

    internal PublishedResource ResourceOf(LogicLibrary library) => new(
        "Library", library.Id, library.Url, library.Version, library.Name, library.Indicator,
        output => LogicLibraryWriter.Write(output, this, library));

    /// <summary>The libraries and value sets that it needs, those of its includes too.</summary>
    internal IEnumerable<PublishedResource> DependenciesOf(LogicLibrary library)
    {
        var included = library.Includes.Select(name => _libraries[name]).ToList();
        return included.Select(ResourceOf)
            .Concat(library.ValueSets.Select(name => _valueSets[name]))
            .Concat(included.SelectMany(DependenciesOf))
            .DistinctBy(r => r.FileName).OrderBy(r => r.FileName, StringComparer.Ordinal);
    }

    internal string ValueSetUrl(string cluster) =>
        _valueSets.TryGetValue(cluster, out var found) ? found.VersionedUrl : Canonicals.ValueSet + cluster;

    /// <summary>The indicator that a library decides, with its rule; nulls for a library that others include.</summary>
    internal (Framework Framework, FrameworkIndicator? Indicator, IndicatorRule? Rule) Decided(LogicLibrary library)
    {
        var indicator = library.Indicator is { } id ? Framework.Reported.Single(i => i.Id == id) : null;
        return (Framework, indicator, indicator?.Rule is { } rule ? Framework.Plan.Indicators[rule] : null);
    }

    private PublishedResource Measure(FrameworkIndicator indicator)
    {
        var identity = MeasureIdentity.Of(Framework, indicator);
        return new PublishedResource(
            "Measure", identity.Id, identity.Url, identity.Version, identity.Name, indicator.Id,
            output => MeasureWriter.Write(output, Framework, indicator, LibraryOf(indicator)));
    }

    private PublishedResource Collection(IReadOnlyList<PublishedResource> pinned) => new(
        "Library", Framework.Id, Canonicals.Library + Framework.Id, Framework.Rules, MeasureIdentity.NameOf(Framework.Id), null,
        output => AssetCollectionWriter.Write(output, this, pinned));
}
