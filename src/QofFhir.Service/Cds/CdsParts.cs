using QofFhir.Service.Cds.Clients;
using QofFhir.Service.Cds.Feedbacks;
using QofFhir.Service.Practices;
using QofFhir.Service.Records;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Cds;

/// <summary>What prompts in the consultation need.</summary>
internal static class CdsParts
{
    /// <summary>Name of the policy of web pages that may call.</summary>
    public const string Origins = "cds-origins";

    private static readonly TimeSpan Preflight = TimeSpan.FromMinutes(10);

    public static void AddCds(this IServiceCollection services, ServicePlan plan)
    {
        services.AddSingleton<ClientCheck>().AddSingleton<SeenTokens>().AddSingleton<HookRecords>().AddSingleton<ServerFetch>().AddSingleton<HookAnswer>();
        services.AddSingleton<FindKept>(s => async (server, patient, cancellation) =>
            await s.GetRequiredService<RecordsAtHand>().Find(server.AbsoluteUri, patient, null, cancellation) is { Practice: { Fresh: true, TakenAt: { } at } held } found
                ? new KeptPatient(held.Records, found.Patient, held.Practice.Ods, at)
                : null);
        services.AddSingleton(s => new FeedbackStore(SharedDatabase.Feedback(plan.DataFolder), s.GetRequiredService<TimeProvider>()));
        services.AddCors(cors => cors.AddPolicy(
            Origins, p => p.WithOrigins([.. plan.Cds.Origins]).WithMethods("GET", "POST", "OPTIONS").WithHeaders("Authorization", "Content-Type").SetPreflightMaxAge(Preflight)));
    }
}
