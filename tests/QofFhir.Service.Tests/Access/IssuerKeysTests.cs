using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.Access;

/// <summary>An issuer that rotates its keys, and one that is away.</summary>
public sealed class IssuerKeysTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = IssuerKeys.NewClient();
    private WebApplication _site = null!;
    private Issuer _issuer = null!;
    private string _claims = "";
    private int _asked;
    private bool _away;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _site = builder.Build();
        _site.MapGet("/.well-known/openid-configuration", () =>
        {
            Interlocked.Increment(ref _asked);
            return _away
                ? Results.StatusCode(500)
                : Results.Text($$"""{"issuer":"{{_claims}}","jwks_uri":"{{_issuer.Name}}/keys"}""", "application/json");
        });
        _site.MapGet("/keys", () => Results.Text(_issuer.KeySet(), "application/json"));
        await _site.StartAsync();
        _issuer = new Issuer(_site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _claims = _issuer.Name;
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        _issuer.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_new_key_is_found_when_a_token_names_it()
    {
        var keys = Keys();
        Assert.Single(await keys.For("k1", default));
        _issuer.Rotate("k2");
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.Single(await keys.For("k2", default));
        Assert.Empty(await keys.For("k1", default));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Names_that_are_not_known_do_not_make_us_ask_at_will()
    {
        var keys = Keys();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => keys.For($"x{i}", default)));
        Assert.Equal(1, _asked);
        Assert.Single(await keys.For("k1", default));
        _clock.Now += TimeSpan.FromMinutes(2);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => keys.For($"x{i}", default)));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Keys_are_kept_while_the_issuer_is_away_though_not_for_ever()
    {
        var keys = Keys();
        Assert.Single(await keys.For("k1", default));
        _away = true;
        _clock.Now += TimeSpan.FromHours(23);
        Assert.Single(await keys.For("k1", default));
        _clock.Now += TimeSpan.FromHours(2);
        Assert.Empty(await keys.For("k1", default));
        Assert.Equal(3, _asked);
        Assert.Empty(await keys.For("k1", default));
        Assert.Equal(3, _asked);
        _away = false;
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.Single(await keys.For("k1", default));
    }

    [Fact]
    public async Task A_document_that_speaks_for_another_issuer_is_not_believed()
    {
        _claims = "https://other.example";
        Assert.Empty(await Keys().For("k1", default));
    }

    [Fact]
    public async Task A_key_that_was_taken_away_is_gone_within_the_hour()
    {
        var keys = Keys();
        Assert.Single(await keys.For("k1", default));
        _issuer.Rotate("k2");
        _clock.Now += TimeSpan.FromMinutes(61);
        Assert.Empty(await keys.For("k1", default));
    }

    private IssuerKeys Keys() => new(new IssuerSettings { Issuer = _issuer.Name, Audiences = ["x"] }, _http, _clock, NullLogger.Instance);
}
