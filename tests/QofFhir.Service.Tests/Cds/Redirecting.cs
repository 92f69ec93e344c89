using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace QofFhir.Service.Tests.Cds;

/// <summary>A server that sends everybody elsewhere.</summary>
internal sealed class Redirecting : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _asked;

    private Redirecting(Uri target)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context =>
        {
            Interlocked.Increment(ref _asked);
            context.Response.Redirect(target + context.Request.Path.Value!["/fhir".Length..] + context.Request.QueryString);
            return Task.CompletedTask;
        });
    }

    public Uri Url => new(_app.Urls.Single() + "/fhir");

    public int Asked => _asked;

    public static async Task<Redirecting> To(Uri target)
    {
        var server = new Redirecting(target);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
