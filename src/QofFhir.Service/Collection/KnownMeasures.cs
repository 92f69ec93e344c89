using System.Collections.Frozen;
using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Collection;

/// <summary>The measures of all frameworks: an aggregator collects whichever year practices report. Loaded when first asked for.</summary>
internal sealed class KnownMeasures(KnownFrameworks frameworks)
{
    /// <summary>Frameworks whose definitions have mistakes are not collected; the start tells of them.</summary>
    private readonly Lazy<FrozenDictionary<string, KnownMeasure>> _measures = new(() =>
        frameworks.Ids.SelectMany(id => KnownMeasure.Of(frameworks.Find(id)!)).ToFrozenDictionary(m => m.Url, StringComparer.Ordinal));

    /// <param name="url">Canonical, without version.</param>
    public KnownMeasure? Find(string url) => _measures.Value.GetValueOrDefault(url);
}
