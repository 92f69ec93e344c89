using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>What a part of a report is called in its measure.</summary>
internal static class LinkIds
{
    /// <param name="path">Of the part in FHIR's R5, from the group on.</param>
    /// <param name="id">What it is called; null: anything.</param>
    /// <returns>The linkId.</returns>
    public static string? Check(Element part, string path, string? id, bool required)
    {
        var links = part.Extensions(Urls[path]);
        if (links.Count == 0)
        {
            if (required)
            {
                part.Fault("required", "extension", "The linkId is missing.");
            }

            return null;
        }

        var link = links[0].Text("valueString", required: true);
        if (links.Count > 1 || (id is not null && link is not null && link != id))
        {
            links[^1].Fault("invariant", null, "The linkId is not that of the measure.");
        }

        return link;
    }

    private static readonly Dictionary<string, string> Urls = new(StringComparer.Ordinal)
    {
        ["group"] = Canonicals.ReportLink + ".linkId",
        ["population"] = Canonicals.ReportLink + ".population.linkId",
        ["stratifier"] = Canonicals.ReportLink + ".stratifier.linkId",
        ["stratum.population"] = Canonicals.ReportLink + ".stratifier.stratum.population.linkId",
    };
}
