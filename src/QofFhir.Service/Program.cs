using System.Collections.Frozen;
using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.HostFiltering;
using QofFhir.Extraction;
using QofFhir.Extraction.Http;
using QofFhir.Service.Access;
using QofFhir.Service.Attestations;
using QofFhir.Service.Audit;
using QofFhir.Service.CareGaps;
using QofFhir.Service.Cds;
using QofFhir.Service.Collection;
using QofFhir.Service.Consents;
using QofFhir.Service.Health;
using QofFhir.Service.Improvement;
using QofFhir.Service.Metadata;
using QofFhir.Service.Organisations;
using QofFhir.Service.Payments;
using QofFhir.Service.Practices;
using QofFhir.Service.Publishing;
using QofFhir.Service.Recall;
using QofFhir.Service.Records;
using QofFhir.Service.Releases;
using QofFhir.Service.Reports;
using QofFhir.Service.Rollups;
using QofFhir.Service.Runs;
using QofFhir.Service.Storage;
using QofFhir.Service.Submission;
using QofFhir.Service.Workers;

namespace QofFhir.Service;

/// <summary>The service, as a table of contents.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args.Contains("--health"))
        {
            return await HealthProbe.Ask(args);
        }

        try
        {
            await using var app = Build(args, TimeProvider.System, Console.Out);
            await app.RunAsync();
            return 0;
        }
        catch (SettingsException fault)
        {
            await Console.Error.WriteLineAsync("The configuration cannot be used:" + Environment.NewLine + fault.Message);
            return 2;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SocketException or DbException)
        {
            // An address in use, a folder that cannot be written, a data folder that another worker holds.
            await Console.Error.WriteLineAsync("The service cannot run: " + fault.Message);
            await Console.Error.WriteLineAsync($"Another address is chosen by --urls, another data folder by --{ServiceSettings.Section}:DataFolder.");
            return 3;
        }
    }

    /// <exception cref="SettingsException">The configuration has mistakes; nothing was started.</exception>
    internal static WebApplication Build(string[] args, TimeProvider clock, TextWriter console)
    {
        var builder = WebApplication.CreateBuilder(args);
        LogLimits.Add(builder);
        var plan = SettingsCheck.Check(builder.Configuration, builder.Environment.ContentRootPath);
        var shared = SharedDatabase.Shared(plan, clock);
        var services = builder.Services;

        builder.WebHost.UseUrls(plan.Urls.Split(';'));
        services.AddSingleton(plan).AddSingleton(clock).AddSingleton(console).AddSingleton(new ServiceStart(clock.GetUtcNow()));
        services.AddSingleton<RuleBook>().AddSingleton(shared).AddSingleton(new SharedDatabase(shared));
        services.AddSingleton(AccessKey.In(plan.DataFolder)).AddSingleton<SignedTokens>().AddSingleton<TokenCheck>();

        // The core alone: the full set brings data protection keys, which nothing here needs.
        services.AddWebEncoders().AddAuthenticationCore(options =>
        {
            options.AddScheme<BearerHandler>(BearerHandler.Name, null);
            options.DefaultScheme = BearerHandler.Name;
        });
        services.AddAuthorization(options => Policies.Add(options, plan));
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. plan.AllowedHosts]);
        services.AddProblemDetails();

        var aggregator = plan.Roles.Contains(Role.Aggregator);
        if (aggregator)
        {
            AddAggregator(builder, plan);
        }
        else
        {
            AddPractices(services, plan, shared);
            services.AddCds(plan);
        }

        var app = builder.Build();
        app.UseExceptionHandler(ErrorAnswers.Unforeseen);
        if (aggregator)
        {
            // What fails inside is an access too; what is outside answers when that cannot be kept.
            app.UseMiddleware<AuditMiddleware>();
            app.UseExceptionHandler(ErrorAnswers.Unforeseen);
        }

        app.UseStatusCodePages(ErrorAnswers.Bare);
        if (plan.Roles.Contains(Role.Cds))
        {
            app.UseWhen(CdsEndpoints.Holds, pages => pages.UseCors(CdsParts.Origins));
        }

        app.UseAuthentication();
        if (aggregator)
        {
            app.UseRateLimiter();
        }

        app.UseAuthorization();
        if (aggregator)
        {
            app.Use(Purpose.Check);
        }

        app.MapHealth();
        if (aggregator)
        {
            MapAggregator(app);
        }
        else
        {
            MapPractices(app, plan);
        }

        return app;
    }

    /// <summary>What runs practices and answers for them.</summary>
    private static void AddPractices(IServiceCollection services, ServicePlan plan, IDatabase shared)
    {
        services.AddSingleton<PracticeList>().AddSingleton(new RunStore(shared)).AddSingleton(new ClusterStore(shared)).AddSingleton(new SummaryStore(shared)).AddSingleton(new AttestationStore(shared));
        services.AddSingleton(_ => new PatientStore(SharedDatabase.PracticeTier(plan.DataFolder)));
        services.AddSingleton(_ => SearchExtraction.NewClient()).AddSingleton(new ExtractionSettings());
        services.AddSingleton<Submitter>().AddSingleton<SummaryTable>();
        services.AddSingleton<EndpointCircuits>().AddSingleton<PracticeClients>().AddSingleton<PracticeExtracts>().AddSingleton<EvaluationPlaces>();
        services.AddSingleton(s => new PlanStore(shared, s.GetRequiredService<TimeProvider>())).AddSingleton(s => new LocalModuleStore(shared, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ModuleBook>().AddSingleton<PlanEditing>().AddSingleton<PlanPlace>().AddSingleton<Counting>().AddSingleton<NetworkPlans>().AddSingleton<ModuleAttestations>();
        services.AddSingleton<OwnFigures>();
        services.AddSingleton<RecordsAtHand>().AddSingleton<GapsJobs>().AddSingleton<GapsWork>();
        services.AddSingleton(s => new RecallStore(SharedDatabase.Recall(plan.DataFolder), s.GetRequiredService<TimeProvider>())).AddSingleton<RecallDesk>();
        services.AddSingleton<PracticeJobs>().AddSingleton<RunPractice>().AddSingleton<RunQueue>().AddSingleton<RunsAtWork>();
        services.AddHostedService<Heartbeat>();
        Scheduling.Add(services, plan);
        services.AddHostedService<Startup>();
        if (plan.Roles.Contains(Role.PracticeApi))
        {
            services.AddHostedService(s => s.GetRequiredService<GapsWork>());
        }
    }

    /// <summary>None of the above: what is not here cannot open patient data.</summary>
    private static void AddAggregator(WebApplicationBuilder builder, ServicePlan plan)
    {
        RequestLimits.Add(builder, plan.Limits);
        var services = builder.Services;
        services.AddSingleton<AuditTrail>().AddSingleton<ConsentStore>().AddSingleton<ReportAccess>();
        services.AddSingleton<OrganisationStore>().AddSingleton<MembersOn>(s => s.GetRequiredService<OrganisationStore>().Members);
        services.AddSingleton<CollectedReader>().AddSingleton<KnownFrameworks>().AddSingleton<OrganisationRollups>().AddSingleton<RollupReports>().AddSingleton<RollupSearch>().AddSingleton<Reporters>().AddSingleton<ExportFiles>();
        services.AddSingleton<ReleaseStore>().AddSingleton<ReleaseMaking>().AddSingleton<PublicReports>();
        services.AddCollection();
        services.AddPayments();
        services.AddHostedService<AggregatorStart>();
    }

    private static void MapPractices(WebApplication app, ServicePlan plan)
    {
        var counts = app.MapGroup("").RequireAuthorization(Policies.Counts);
        counts.MapFrontPage();
        if (plan.Roles.Contains(Role.Worker))
        {
            counts.MapRuns();
            counts.MapCluster();
            counts.MapAttestations();
            counts.MapImprovement();
            app.MapKeySet(plan);
        }

        if (plan.Roles.Contains(Role.PracticeApi))
        {
            counts.MapPracticePayments();
            var fhir = counts.MapGroup("/fhir");
            fhir.MapMetadata().AllowAnonymous();
            fhir.MapReports();
            fhir.MapDefinitions();
            fhir.MapDataRequirements();
            fhir.MapCareGaps();
            counts.MapRecall();
        }

        if (plan.Roles.Contains(Role.Cds))
        {
            app.MapCds(plan.Cds);
        }
    }

    /// <summary>Everything here asks who reads.</summary>
    private static void MapAggregator(WebApplication app)
    {
        var readers = app.MapGroup("").RequireAuthorization(Policies.Counts);
        readers.MapConsents();
        var fhir = readers.MapGroup("/fhir");
        fhir.MapMetadata();
        fhir.MapAudit();
        fhir.MapDefinitions();
        fhir.MapCollection();
        readers.MapReceipts();
        fhir.MapOrganisationResources();
        readers.MapOrganisations();
        readers.MapRollups();
        readers.MapExports();
        fhir.MapEvaluateMeasure();
        readers.MapReleases();
        readers.MapPayments();
        app.MapPublicReleases();
    }
}
