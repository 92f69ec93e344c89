using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Smart;
using QofFhir.Tests.SampleGp.Bulk;

namespace QofFhir.Tests.SampleGp;

/// <summary>The server's side of SMART Backend Services; assertions are signed here by hand, without the library that checks them.</summary>
public sealed class SmartTests : IAsyncLifetime, IDisposable
{
    private readonly TickingClock _clock = new();
    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly RSA _rsa = RSA.Create(2048);
    private SmallPractice _gp = null!;
    private GpClient _client = null!;
    private int _jti;

    public async Task InitializeAsync()
    {
        _gp = await SmallPractice.Start(s => s with { Clock = _clock, Client = new SampleGpClient("qof", Jwks()) });
        _client = new GpClient(_gp.Server.BaseUrl);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _gp.DisposeAsync();
    }

    public void Dispose()
    {
        _ec.Dispose();
        _rsa.Dispose();
    }

    [Fact]
    public async Task Discovery_needs_no_token_and_names_the_endpoint()
    {
        var found = JsonDocument.Parse(await _client.Http.GetStringAsync(_client.Url(".well-known/smart-configuration"))).RootElement;

        Assert.Equal(TokenUrl, found.GetProperty("token_endpoint").GetString());
        Assert.Contains("client_credentials", found.GetProperty("grant_types_supported").EnumerateArray().Select(g => g.GetString()));
        Assert.Equal(HttpStatusCode.OK, (await _client.Get("metadata")).StatusCode);
    }

    [Theory]
    [InlineData("ES384")]
    [InlineData("RS384")]
    public async Task A_signed_assertion_gives_a_token_that_opens_everything(string algorithm)
    {
        await GpClient.Refused(HttpStatusCode.Unauthorized, await _client.Get("Patient"));

        var answer = await Granted(Assertion(algorithm: algorithm));

        Assert.Equal(("bearer", 300, "system/*.rs"), (answer.GetProperty("token_type").GetString(), answer.GetProperty("expires_in").GetInt32(), answer.GetProperty("scope").GetString()));
        _gp.Bulk.Token = answer.GetProperty("access_token").GetString();
        Assert.Equal(11, (await _gp.Bulk.Ids("Patient/$export")).Count);
        Assert.Equal(HttpStatusCode.OK, await Status("Patient"));
    }

    [Fact]
    public async Task An_assertion_that_is_wrong_in_any_part_is_refused()
    {
        var ok = Assertion();
        await Granted(ok);
        string[] wrong =
        [
            ok, // a second time
            Assertion(c => c["iss"] = "another"),
            Assertion(c => c["sub"] = "another"),
            Assertion(c => c["aud"] = "https://elsewhere.example/token"),
            Assertion(c => c["exp"] = Now + 301),
            Assertion(c => c["exp"] = Now - 1),
            Assertion(c => c.Remove("exp")),
            Assertion(c => c.Remove("jti")),
            Assertion(header: h => h["kid"] = "unknown"),
            Assertion(header: h => h.Remove("kid")),
            Assertion(header: h => h["alg"] = "none"),
            Assertion()[..^8] + "AAAAAAAA",
            "no.jwt",
        ];

        foreach (var assertion in wrong)
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await Refused(assertion));
        }

        await Granted(Assertion(c => c["exp"] = Now + 300));
    }

    [Fact]
    public async Task The_keys_may_be_rotated_in_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "jwks.json");
        await File.WriteAllTextAsync(file, """{"keys":[]}""");
        await using var gp = await SmallPractice.Start(s => s with { Clock = _clock, Client = new SampleGpClient("qof", file) });
        using var client = new GpClient(gp.Server.BaseUrl);
        var url = client.Url("auth/token").ToString();

        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(client, Assertion(c => c["aud"] = url))).StatusCode);
        await File.WriteAllTextAsync(file, Jwks());
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, Assertion(c => c["aud"] = url))).StatusCode);
    }

    [Fact]
    public async Task A_token_ends_by_the_clock()
    {
        await Login();
        _clock.GoOn(TimeSpan.FromSeconds(299));
        Assert.Equal(HttpStatusCode.OK, await Status("Patient"));
        _clock.GoOn(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status("Patient"));
    }

    [Fact]
    public async Task Scopes_bound_what_may_be_read()
    {
        await Login("system/Patient.rs system/Observation.read system/Patient.cud launch");

        Assert.Equal(HttpStatusCode.OK, await Status("Patient"));
        Assert.Equal(HttpStatusCode.OK, await Status("Observation/p1-hb"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("Condition"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("Condition/c1"));
        Assert.Equal(HttpStatusCode.Forbidden, (await _gp.Bulk.KickOff("Patient/$export?_type=Condition")).StatusCode);
        Assert.Equal(9, (await _gp.Bulk.Ids("Patient/$export")).Count);
    }

    [Fact]
    public async Task Scopes_may_be_narrowed()
    {
        _gp.Faults.Plan = new() { GrantedScopes = "system/Patient.rs" };

        Assert.Equal("system/Patient.rs", (await Login()).GetProperty("scope").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, await Status("Observation"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(_client, Assertion(), "system/Observation.rs")).StatusCode);
    }

    [Fact]
    public async Task The_token_endpoint_may_be_down_or_know_nobody()
    {
        _gp.Faults.Plan = new() { TokenEndpointDown = 1 };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Ask(_client, Assertion())).StatusCode);
        await Granted(Assertion());

        _gp.Faults.Plan = new() { InvalidClient = true };
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await Refused(Assertion()));
    }

    [Fact]
    public async Task A_token_may_end_early()
    {
        _gp.Faults.Plan = new() { TokenEndsAfter = 2 };
        await Login();

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized],
            [await Status("Patient"), await Status("Patient"), await Status("Patient")]);
        await Login();
        Assert.Equal(HttpStatusCode.OK, await Status("Patient"));
    }

    [Fact]
    public async Task One_request_in_the_middle_may_be_refused_although_its_token_is_good()
    {
        await Login();
        _gp.Faults.Plan = new SampleGpFaultPlan { UnauthorisedAt = 2 };

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK],
            [await Status("Patient"), await Status("Patient"), await Status("Patient")]);
    }

    private string TokenUrl => _client.Url("auth/token").ToString();

    private long Now => _clock.GetUtcNow().ToUnixTimeSeconds();

    private async Task<JsonElement> Login(string scope = "system/*.rs")
    {
        var answer = await Granted(Assertion(), scope);
        _gp.Bulk.Token = answer.GetProperty("access_token").GetString();
        return answer;
    }

    private async Task<HttpStatusCode> Status(string path) => (await _gp.Bulk.Get(_client.Url(path).ToString())).StatusCode;

    private async Task<JsonElement> Granted(string assertion, string scope = "system/*.rs")
    {
        var answer = await Ask(_client, assertion, scope);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<(HttpStatusCode Status, string? Error)> Refused(string assertion)
    {
        var answer = await Ask(_client, assertion);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.TryGetProperty("error", out var error) ? error.GetString() : null);
    }

    private static Task<HttpResponseMessage> Ask(GpClient client, string assertion, string scope = "system/*.rs") => client.Post(
        "auth/token",
        ("grant_type", "client_credentials"),
        ("scope", scope),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        ("client_assertion", assertion));

    private string Assertion(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, string algorithm = "ES384")
    {
        var head = new JsonObject { ["alg"] = algorithm, ["kid"] = algorithm, ["typ"] = "JWT" };
        header?.Invoke(head);
        var body = new JsonObject { ["iss"] = "qof", ["sub"] = "qof", ["aud"] = TokenUrl, ["exp"] = Now + 240, ["jti"] = $"jti-{++_jti}" };
        claims?.Invoke(body);
        var signed = $"{Text(head)}.{Text(body)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = algorithm == "ES384" ? _ec.SignData(bytes, HashAlgorithmName.SHA384) : _rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64(signature)}";

        static string Text(JsonObject json) => Base64(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private string Jwks()
    {
        var (ec, rsa) = (_ec.ExportParameters(false), _rsa.ExportParameters(false));
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject { ["kty"] = "EC", ["kid"] = "ES384", ["crv"] = "P-384", ["x"] = Base64(ec.Q.X!), ["y"] = Base64(ec.Q.Y!) },
                new JsonObject { ["kty"] = "RSA", ["kid"] = "RS384", ["n"] = Base64(rsa.Modulus!), ["e"] = Base64(rsa.Exponent!) }),
        }.ToJsonString();
    }

    private static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
