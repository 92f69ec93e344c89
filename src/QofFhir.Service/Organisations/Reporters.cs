using System.Text.Json.Nodes;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Organisations;

/// <summary>The organisations that reports come from, to be brought along with them.</summary>
internal sealed class Reporters(OrganisationStore organisations, TimeProvider clock)
{
    /// <param name="address">The FHIR base, with its last stroke.</param>
    public IReadOnlyList<(string Mode, string? Url, string Body)> Of(IEnumerable<(string Id, string Body)> reports, string address)
    {
        var (known, today) = (organisations.Geography(), London.Today(clock));
        return
        [
            .. from reference in reports.Select(r => (string)JsonNode.Parse(r.Body)!["reporter"]!["reference"]!).Distinct()
               let code = reference[(reference.LastIndexOf('/') + 1)..]
               let body = OrganisationResources.Json(known, today, code)
               where body is not null
               select ("include", (string?)$"{address}Organization/{code}", body),
        ];
    }
}
