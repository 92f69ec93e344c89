using System.Collections.Frozen;
using QofFhir.Definitions;
using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Collection;

/// <summary>The measures of all frameworks: an aggregator collects whichever year practices report. Loaded when first asked for.</summary>
internal sealed class KnownMeasures(ServicePlan plan)
{
    private readonly Lazy<FrozenDictionary<string, KnownMeasure>> _measures = new(() => Load(plan));

    /// <param name="url">Canonical, without version.</param>
    public KnownMeasure? Find(string url) => _measures.Value.GetValueOrDefault(url);

    /// <summary>Frameworks whose definitions have mistakes are not collected; the start tells of them.</summary>
    private static FrozenDictionary<string, KnownMeasure> Load(ServicePlan plan)
    {
        var library = DefinitionLibrary.Load(plan.Definitions ?? DefinitionLibrary.DefaultRoot, plan.CodePacks);
        return library.Frameworks.Where(f => !f.HasMistakes).SelectMany(f => KnownMeasure.Of(library.Framework(f.Id))).ToFrozenDictionary(m => m.Url, StringComparer.Ordinal);
    }
}
