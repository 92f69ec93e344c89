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
        fhir.MapBundles();
        fhir.MapReportSubmission();
        fhir.MapSubmitData();
        fhir.MapCollectedReports();
        fhir.MapProvenance();
    }
}
