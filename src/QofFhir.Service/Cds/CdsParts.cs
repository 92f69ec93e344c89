using QofFhir.Service.Cds.Clients;
using QofFhir.Service.Cds.Drawn;
using QofFhir.Service.Cds.Feedbacks;
using QofFhir.Service.Cds.Snoozes;
using QofFhir.Service.Cds.Switches;
using QofFhir.Service.Practices;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Cds;

/// <summary>What prompts in the consultation need.</summary>
internal static class CdsParts
{
    /// <summary>Name of the policy of web pages that may call.</summary>
    public const string Origins = "cds-origins";

    private const string Stored = "prompts";

    private static readonly TimeSpan Preflight = TimeSpan.FromMinutes(10);

    public static void AddCds(this IServiceCollection services, ServicePlan plan)
    {
        services.AddSingleton<ClientCheck>().AddSingleton<SeenTokens>().AddSingleton<HookRecords>().AddSingleton<ServerFetch>().AddSingleton<HookAnswer>();
        services.AddSingleton<SwitchStore>().AddSingleton<EncounterBudgets>().AddSingleton<Retention>();
        services.AddKeyedSingleton(Stored, (_, _) => SharedDatabase.Prompts(plan.DataFolder));
        services.AddSingleton(s => new FeedbackStore(s.GetRequiredKeyedService<IDatabase>(Stored), s.GetRequiredService<Retention>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new SnoozeStore(s.GetRequiredKeyedService<IDatabase>(Stored), s.GetRequiredService<Retention>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new DrawnCards(s.GetRequiredKeyedService<IDatabase>(Stored), s.GetRequiredService<Retention>(), s.GetRequiredService<ILogger<DrawnCards>>()))
            .AddHostedService(s => s.GetRequiredService<DrawnCards>());
        services.AddCors(cors => cors.AddPolicy(
            Origins, p => p.WithOrigins([.. plan.Cds.Origins]).WithMethods("GET", "POST", "OPTIONS").WithHeaders("Authorization", "Content-Type").SetPreflightMaxAge(Preflight)));
    }
}
