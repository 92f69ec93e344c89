using System.Globalization;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using QofFhir.Core;
using QofFhir.SampleGp.Server.Bulk;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Practices;
using QofFhir.SampleGp.Server.Search;
using QofFhir.SampleGp.Server.Shelves;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.SampleGp.Server;

/// <summary>A GP system to try against: a FHIR R4 endpoint over a folder of NDJSON with search, Bulk Data and SMART Backend Services, on loopback only, with faults on request.</summary>
public sealed class SampleGpServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Library _library;
    private readonly ServedPractices _practices;
    private readonly string _address;

    private SampleGpServer(WebApplication app, Library library, ServedPractices practices, SampleGpRecords records, string address)
    {
        (_app, _library, _practices, _address, Records) = (app, library, practices, address, records);
        BaseUrl = new Uri(address + "/fhir");
        FaultsUrl = new Uri(address + "/faults");
    }

    /// <summary>The FHIR base, without a slash at the end.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Where faults are asked for, when <see cref="SampleGpSettings.FaultsOverHttp"/> is on.</summary>
    public Uri FaultsUrl { get; }

    /// <summary>The faults of the practice at <see cref="BaseUrl"/>.</summary>
    public SampleGpFaults Faults => _practices.Plain.Faults;

    /// <summary>Changes what all practices of this server hold.</summary>
    public SampleGpRecords Records { get; }

    /// <summary>Lines of the folder that are not served, and why.</summary>
    public IReadOnlyList<Problem> Problems => _library.Problems;

    /// <summary>The FHIR base of a practice with a name: the same records behind another door, with faults, exports and tokens of its own. Any name of up to 16 letters and digits is a practice.</summary>
    public Uri PracticeUrl(string ods) => new($"{_address}{ServedPractices.Folder}/{ods}/fhir");

    /// <summary>The faults of the practice of that name.</summary>
    public SampleGpFaults FaultsOf(string ods) => _practices.Named(ods).Faults;

    /// <summary>Reads the folder, binds the port and answers from then on.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SampleGpServer> StartAsync(SampleGpSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var library = Library.Open(settings.Folder, settings.Clock, cancellation);
        var app = Build(settings);
        var started = false;
        try
        {
            var practices = new ServedPractices(settings);
            var records = new SampleGpRecords(library);
            Map(app, library, settings, practices, records);
            await app.StartAsync(cancellation);
            started = true;
            return new SampleGpServer(app, library, practices, records, app.Urls.Single());
        }
        finally
        {
            if (!started)
            {
                await app.DisposeAsync();
                library.Dispose();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _library.Dispose();
    }

    /// <summary>An empty builder reads no configuration and no environment: nothing from outside can bind another address.</summary>
    private static WebApplication Build(SampleGpSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1"]);
        builder.Services.AddResponseCompression(compression =>
        {
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["application/fhir+json"];
        });
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        // A hanging request must not hold up the end.
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        return builder.Build();
    }

    private static void Map(WebApplication app, Library library, SampleGpSettings settings, ServedPractices practices, SampleGpRecords records)
    {
        var gate = new FaultGate(settings.Clock);
        var search = new SearchEndpoint(library, settings);
        var smart = new SmartEndpoints(settings);
        var export = new KickOffEndpoint(library, settings, gate);
        var status = new StatusEndpoint(settings, gate);

        app.UseHostFiltering();
        app.Use((context, next) =>
        {
            context.Response.Headers.Date = settings.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            return next(context);
        });
        app.UseResponseCompression();
        app.Use(next => c => practices.Choose(c, next));
        app.UseWhen(c => c.Request.Path.StartsWithSegments("/fhir"), fhir => fhir.Use(next => c => gate.Pass(c, next)));
        app.UseRouting();
        app.MapGet("/fhir/metadata", new CapabilityEndpoint(settings).Get);
        app.MapGet(SmartEndpoints.ConfigurationPath, smart.Configuration);
        app.MapPost(SmartEndpoints.TokenPath, smart.Token);
        app.MapMethods("/fhir/$export", ["GET", "POST"], export.All);
        app.MapMethods("/fhir/Patient/$export", ["GET", "POST"], export.Patients);
        app.MapMethods("/fhir/Group/{id}/$export", ["GET", "POST"], export.Group);
        app.MapGet("/fhir/$export-status/{job}", status.Get);
        app.MapDelete("/fhir/$export-status/{job}", StatusEndpoint.Delete);
        app.MapGet(FileEndpoint.Folder + "/{job}/{manifest}/{file}.ndjson", new FileEndpoint(library, gate).Get);
        app.MapGet("/fhir/{type}", search.Get);
        app.MapPost("/fhir/{type}/_search", search.Post);
        app.MapGet("/fhir/{type}/{id}", new ReadEndpoint(library).Get);
        if (settings.FaultsOverHttp)
        {
            app.MapGet("/faults", FaultsEndpoint.Get);
            app.MapPost("/faults", FaultsEndpoint.Post);
            app.MapGet("/faults/requests", FaultsEndpoint.Requests);
            app.MapPost("/changes", new ChangesEndpoint(records).Post);
        }
    }
}
