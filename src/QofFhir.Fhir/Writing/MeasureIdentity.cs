using System.Globalization;
using QofFhir.Core.Achievement;

namespace QofFhir.Fhir.Writing;

/// <summary>How the Measure of a framework's indicator is named; its version is that of the business rules.</summary>
/// <param name="Id">The FHIR id, such as <c>qof-england-2026-27-dm020</c>.</param>
public sealed record MeasureIdentity(string Id, string Version)
{
    public static MeasureIdentity Of(Framework framework, FrameworkIndicator indicator) =>
        new($"{framework.Id}-{indicator.Id.ToLower(CultureInfo.InvariantCulture).Replace('_', '-')}", framework.Rules);

    public string Url => Canonicals.Measure + Id;

    /// <summary>URL, bar, version: DEQM refuses a report that does not say which version was calculated.</summary>
    public string VersionedUrl => Url + "|" + Version;

    /// <summary>A name that programs can use as an identifier: letters, digits and underscores, the first a capital.</summary>
    public string Name => NameOf(Id);

    internal static string NameOf(string id)
    {
        var name = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return char.IsAsciiLetter(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : "M" + name;
    }
}
