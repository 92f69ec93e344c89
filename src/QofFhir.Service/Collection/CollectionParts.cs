using QofFhir.Service.Access;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary>The collection of reports: what it needs, and where it answers.</summary>
internal static class CollectionParts
{
    public static void AddCollection(this IServiceCollection services)
    {
        services.AddSingleton<KnownMeasures>().AddSingleton<ReportIntake>().AddSingleton<SubmissionQueue>();
        services.AddSingleton<CollectedStore>().AddSingleton<CollectedReports>().AddSingleton<SubmissionStore>().AddSingleton<ProvenanceStore>();
    }

    /// <param name="fhir">The FHIR base.</param>
    public static void MapCollection(this IEndpointRouteBuilder fhir)
    {
        var sending = fhir.MapGroup("").AddEndpointFilter(SendersOnly);
        sending.MapBundles();
        sending.MapReportSubmission();
        sending.MapSubmitData();
        fhir.MapCollectedReports();
        fhir.MapProvenance();
    }

    private static async ValueTask<object?> SendersOnly(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        Readers.Of(call.HttpContext)!.Role is ReaderRole.Practice or ReaderRole.National
            ? await next(call)
            : FhirAnswer.Outcome(StatusCodes.Status403Forbidden, "forbidden", "This role reads reports and sends none.");
}
