using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using QofFhir.Core;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Search;
using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server;

/// <summary>A GP system to try against: a FHIR R4 endpoint over a folder of NDJSON, on loopback only, with faults on request.</summary>
public sealed class SampleGpServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Library _library;

    private SampleGpServer(WebApplication app, Library library, SampleGpFaults faults, string address)
    {
        (_app, _library, Faults) = (app, library, faults);
        BaseUrl = new Uri(address + "/fhir");
        FaultsUrl = new Uri(address + "/faults");
    }

    /// <summary>The FHIR base, without a slash at the end.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Where faults are asked for, when <see cref="SampleGpSettings.FaultsOverHttp"/> is on.</summary>
    public Uri FaultsUrl { get; }

    public SampleGpFaults Faults { get; }

    /// <summary>Lines of the folder that are not served, and why.</summary>
    public IReadOnlyList<Problem> Problems => _library.Problems;

    /// <summary>Reads the folder, binds the port and answers from then on.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SampleGpServer> StartAsync(SampleGpSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var library = Library.Open(settings.Folder, cancellation);
        var app = Build(settings);
        var started = false;
        try
        {
            var faults = new SampleGpFaults();
            Map(app, library, settings, faults);
            await app.StartAsync(cancellation);
            started = true;
            return new SampleGpServer(app, library, faults, app.Urls.Single());
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

    private static void Map(WebApplication app, Library library, SampleGpSettings settings, SampleGpFaults faults)
    {
        var gate = new FaultGate(faults, settings.Clock);
        var search = new SearchEndpoint(library, settings, faults);
        var read = new ReadEndpoint(library);
        var plan = new FaultsEndpoint(faults);

        app.UseHostFiltering();
        app.UseResponseCompression();
        app.UseWhen(c => c.Request.Path.StartsWithSegments("/fhir"), fhir => fhir.Use(next => c => gate.Pass(c, next)));
        app.UseRouting();
        app.MapGet("/fhir/metadata", CapabilityEndpoint.Get);
        app.MapGet("/fhir/{type}", search.Get);
        app.MapPost("/fhir/{type}/_search", search.Post);
        app.MapGet("/fhir/{type}/{id}", read.Get);
        if (settings.FaultsOverHttp)
        {
            app.MapGet("/faults", plan.Get);
            app.MapPost("/faults", plan.Post);
        }
    }
}
