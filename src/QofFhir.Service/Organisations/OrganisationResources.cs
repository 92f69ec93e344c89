using System.Buffers;
using System.Text;
using QofFhir.Core.Aggregation;
using QofFhir.Fhir.Writing.Organisations;
using QofFhir.Service.Practices;
using QofFhir.Service.Publishing;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Organisations;

/// <summary><c>/fhir/Organization</c> and <c>/fhir/OrganizationAffiliation</c>: public reference data, as of today.</summary>
internal static class OrganisationResources
{
    private const string Type = "Organization";
    private const string AffiliationType = "OrganizationAffiliation";

    public static void MapOrganisationResources(this IEndpointRouteBuilder fhir)
    {
        fhir.MapGet("/" + Type, Search);
        fhir.MapGet($"/{Type}/{{id}}", Read);
        fhir.MapGet("/" + AffiliationType, SearchAffiliations);
        fhir.MapGet($"/{AffiliationType}/{{id}}", ReadAffiliation);
    }

    /// <summary>An organisation as it is on a day, for whoever includes it in a search; null when it was never heard of.</summary>
    public static string? Json(KnownGeography known, DateOnly day, string code) =>
        known.Geography.Find(code) is { } organisation ? Json(known, day, organisation) : null;

    private static IResult Search(HttpContext context, OrganisationStore store, TimeProvider clock)
    {
        var (known, today) = (store.Geography(), London.Today(clock));
        var search = OrganisationSearch.Parse(context.Request.Query, known.On(today), OrganisationSearch.Parameters);
        return Refusal(context, search)
            ?? Page(context, Type, search, [.. known.Geography.Organisations.Where(search.Fits).OrderBy(o => o.Code, StringComparer.Ordinal)], o => (o.Code, Json(known, today, o)));
    }

    private static IResult Read(string id, OrganisationStore store, TimeProvider clock) =>
        Json(store.Geography(), London.Today(clock), id) is { } json ? FhirAnswer.Resource(json) : DefinitionEndpoints.NotFound(Type);

    private static IResult SearchAffiliations(HttpContext context, OrganisationStore store, TimeProvider clock)
    {
        var (known, today) = (store.Geography(), London.Today(clock));
        var search = OrganisationSearch.Parse(context.Request.Query, known.On(today), OrganisationSearch.AffiliationParameters);
        return Refusal(context, search)
            ?? Page(context, AffiliationType, search, [.. known.Geography.Affiliations.Where(search.Fits)], a => (OrganizationWriter.Id(a), Json(known, today, a)));
    }

    private static IResult ReadAffiliation(string id, OrganisationStore store, TimeProvider clock)
    {
        var known = store.Geography();
        return known.Geography.Affiliations.FirstOrDefault(a => OrganizationWriter.Id(a) == id) is { } affiliation
            ? FhirAnswer.Resource(Json(known, London.Today(clock), affiliation))
            : DefinitionEndpoints.NotFound(AffiliationType);
    }

    private static IResult? Refusal(HttpContext context, OrganisationSearch search) =>
        search.Mistakes.Count > 0 ? FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "value", search.Mistakes)
        : search.Ignored.Count > 0 && context.Request.Headers["Prefer"].ToString().Contains("handling=strict", StringComparison.Ordinal)
            ? FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "not-supported", search.Ignored.Select(name => $"There is no search parameter {name} here."))
        : null;

    private static IResult Page<T>(HttpContext context, string type, OrganisationSearch search, IReadOnlyList<T> found, Func<T, (string, string)> resource)
    {
        (string, string)[] page = [.. found.Skip(search.Offset).Take(search.Count).Select(resource)];
        var end = search.Offset + page.Length;
        var address = $"{context.Request.Scheme}://{context.Request.Host}/fhir/{type}";
        return FhirAnswer.Resource(output => SearchBundle.Write(
            output, address, search.Taken, found.Count, page.Length > 0 && end < found.Count ? end : null, page));
    }

    private static string Json(KnownGeography known, DateOnly day, Organisation organisation)
    {
        var geography = known.On(day);
        return Text(output => OrganizationWriter.Write(output, organisation, geography.IsActive(organisation.Code), OrganisationSearch.PartOf(geography, organisation)));
    }

    private static string Json(KnownGeography known, DateOnly day, Affiliation affiliation) => Text(output => OrganizationWriter.Write(
        output, affiliation, known.Geography.Find(affiliation.Child)!, known.Geography.Find(affiliation.Parent)!, affiliation.On(day)));

    private static string Text(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
