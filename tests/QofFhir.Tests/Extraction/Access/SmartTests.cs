using System.Security.Cryptography;
using System.Text.Json.Nodes;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Tests.Extraction.Bulk;

namespace QofFhir.Tests.Extraction.Access;

public sealed class SmartTests : IDisposable
{
    private static readonly string[] Asked = ["system/Patient.rs", "system/Observation.rs"];

    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("EC", "ES384")]
    [InlineData("RSA", "RS384")]
    public async Task A_signed_assertion_is_given_for_a_token(string kind, string algorithm)
    {
        var keys = new SigningKeys(Pem("key", kind));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        using var run = Run(keys);
        var result = await run.Of(gp, BulkRun.Patients);
        Assert.Equal(1, result.Counts["Patient"]);
        Assert.Empty(result.NotHonoured);

        var said = Assert.Single(smart.Assertions);
        Assert.Equal($"JWT {algorithm}", $"{said["head.typ"]} {said["head.alg"]}");
        Assert.Equal($"qof qof {smart.Configuration["token_endpoint"]}", $"{said["iss"]} {said["sub"]} {said["aud"]}");
        Assert.InRange((long)said["exp"]! - run.Clock.GetUtcNow().ToUnixTimeSeconds(), 60, 300);
        Assert.Equal("system/Patient.rs system/Observation.rs", smart.Scopes.Single());
        Assert.DoesNotContain(gp.Requests, r => r.Contains("auth", StringComparison.Ordinal) && r.Contains("Bearer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_newest_key_that_the_server_takes_signs_and_all_are_published_without_their_secrets()
    {
        var keys = new SigningKeys(Pem("old", "RSA"), Pem("new", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        using (var run = Run(keys))
        {
            await run.Of(gp, BulkRun.Patients);
        }

        smart.Configuration["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("RS384");
        using (var run = Run(keys))
        {
            await run.Of(gp, BulkRun.Patients);
        }

        Assert.Equal(["ES384", "RS384"], smart.Assertions.Select(a => (string?)a["head.alg"]));
        Assert.NotEqual((string?)smart.Assertions[0]["jti"], (string?)smart.Assertions[1]["jti"]);
        var published = JsonNode.Parse(keys.PublicKeySet())!["keys"]!.AsArray();
        Assert.Equal(["alg,e,kid,kty,n,use", "alg,crv,kid,kty,use,x,y"], published.Select(k => string.Join(',', k!.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal))));

        smart.Configuration["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("ES256");
        using var third = Run(keys);
        Assert.Contains("takes neither", await third.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_of_JWKs_in_a_variable_keeps_its_ids_and_its_last_key_signs()
    {
        using ECDsa one = ECDsa.Create(ECCurve.NamedCurves.nistP384), two = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Environment.SetEnvironmentVariable("QOFFHIR_TEST_KEYS", new JsonObject { ["keys"] = new JsonArray(Jwk(one, "2025"), Jwk(two, "2026")) }.ToJsonString());
        var keys = new SigningKeys(new KeySource.Variable("QOFFHIR_TEST_KEYS"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        using var run = Run(keys);
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal("2026", (string?)smart.Assertions.Single()["head.kid"]);
        Assert.Equal(2, JsonNode.Parse(keys.PublicKeySet())!["keys"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("nothing of a key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nU0VDUkVU\n-----END PRIVATE KEY-----")]
    [InlineData("""{"kty":"EC","crv":"P-384","d":"U0VDUkVU","x":"U0VDUkVU","y":"U0VDUkVU"}""")]
    [InlineData("""{"kty":"oct","k":"U0VDUkVU"}""")]
    [InlineData("""{"keys": "U0VDUkVU" """)]
    public void A_key_that_cannot_be_used_is_told_without_a_word_of_it(string text)
    {
        var file = Path.Combine(_folder, "bad");
        File.WriteAllText(file, text);
        var fault = Assert.Throws<ExtractionException>(() => new SigningKeys(new KeySource.File(file)).PublicKeySet());
        Assert.DoesNotContain("U0VDUkVU", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_on_another_curve_or_too_short_is_refused()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var numbers = RSA.Create(1024);
        foreach (var pem in new[] { curve.ExportPkcs8PrivateKeyPem(), numbers.ExportRSAPrivateKeyPem() })
        {
            var file = Path.Combine(_folder, "weak");
            File.WriteAllText(file, pem);
            Assert.Throws<ExtractionException>(() => new SigningKeys(new KeySource.File(file)).PublicKeySet());
        }
    }

    [Fact]
    public async Task One_token_serves_until_shortly_before_its_end()
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        gp.Polls.Enqueue(r => (r.StatusCode, r.Headers.RetryAfter) = (202, "269"));
        gp.Polls.Enqueue(r => (r.StatusCode, r.Headers.RetryAfter) = (202, "2"));
        using var run = Run(keys);
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], gp.Requests.Where(r => r.StartsWith("GET /job", StringComparison.Ordinal)).Select(r => r["GET /job/1 ".Length..]));
        Assert.Equal(2, smart.Given);
    }

    [Fact]
    public async Task Many_downloads_at_once_ask_for_one_new_token_when_theirs_is_refused()
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        for (var i = 2; i < 10; i++)
        {
            gp.With("Patient", $"{i}", BulkGp.Resource("Patient", $"p{i}"));
        }

        var met = 0;
        smart.StepIn = async (context, path) =>
        {
            if (path.StartsWith("/files", StringComparison.Ordinal) && Interlocked.Increment(ref met) <= 8)
            {
                lock (smart.Refused)
                {
                    smart.Refused.Add("token-1");
                }

                await Task.Delay(30);
            }

            return false;
        };
        using var run = Run(keys);
        run.Settings = new ExtractionSettings { Downloads = 8, Retries = 2 };
        Assert.Equal(9, (await run.Of(gp, BulkRun.Patients)).Counts["Patient"]);
        Assert.Equal(2, smart.Given);
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_ends_it()
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        smart.Refused.UnionWith(["token-1", "token-2"]);
        using var run = Run(keys);
        Assert.StartsWith("export: HTTP 401, the server does not accept our credentials", await run.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
        Assert.Equal(2, smart.Given);
    }

    [Theory]
    [InlineData("system/Patient.rs", "system/Observation.rs")]
    [InlineData("system/Patient.rs system/Observation.rs?category=laboratory", "system/Observation.rs")]
    [InlineData("system/Patient.r system/Observation.rs", "system/Patient.rs")]
    [InlineData("system/*.read", null)]
    [InlineData("system/Patient.* system/Observation.cruds", null)]
    [InlineData(null, null)]
    public async Task Scopes_that_were_not_granted_are_named(string? granted, string? missing)
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        smart.Granted = granted;
        using var run = Run(keys);
        var result = await run.Of(gp, BulkRun.Patients, new TypeQuery("Observation"), new TypeQuery("Organization") { Needed = false });
        Assert.Equal(missing is null ? [] : ["scopes asked for and not granted: " + missing], result.NotHonoured);
        Assert.Equal(missing is null ? [] : [$"{missing["system/".Length..^3]}: our token does not open it"], result.Missing.Select(m => m.ToString()));
    }

    [Theory]
    [InlineData(true, "system/*.rs", 1)]
    [InlineData(true, "system/*.read", 1)]
    [InlineData(false, "system/*.rs", 3)]
    [InlineData(false, "system/*.read", 4)]
    [InlineData(false, "read each", 2)]
    public async Task Where_none_are_configured_scopes_are_asked_in_words_that_the_server_knows_and_these_are_remembered(bool told, string known, int tries)
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        smart.Life = 31;
        smart.Known = known == "read each" ? [.. PracticeQueries.Types.Select(t => $"system/{t}.read")] : [known];
        smart.Configuration["scopes_supported"] = told ? new JsonArray([.. smart.Known.Select(k => JsonValue.Create(k))]) : null;
        gp.Polls.Enqueue(response => (response.StatusCode, response.Headers.RetryAfter) = (202, "60"));
        using var run = Run(keys, scopes: null);
        Assert.Empty((await run.Of(gp, BulkRun.Patients)).Missing);
        Assert.True(smart.Given > 1);
        Assert.Equal(tries - 1 + smart.Given, smart.Scopes.Count);
        Assert.Equal(string.Join(' ', smart.Known), smart.Scopes[^1]);
    }

    [Fact]
    public async Task Types_without_a_scope_at_the_server_are_not_asked_for_and_named()
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        string[] usual = ["system/Condition.rs", "system/MedicationRequest.rs"];
        smart.Known = ["openid", "system/Patient.read", "system/Observation.rs", "system/Observation.read", "system/*.rs", .. usual];
        smart.Configuration["scopes_supported"] = new JsonArray([.. smart.Known.Select(k => JsonValue.Create(k))]);
        using var run = Run(keys, scopes: null);
        var result = await run.Of(gp, BulkRun.Patients, new TypeQuery("Flag"));
        Assert.Equal(["system/Patient.read system/Condition.rs system/Observation.rs system/MedicationRequest.rs"], smart.Scopes);
        Assert.StartsWith("types for which the server offers no scope: EpisodeOfCare, ", result.NotHonoured[0], StringComparison.Ordinal);
        Assert.Empty(result.Missing);
    }

    [Theory]
    [InlineData("system/*.rs", "system/*.rs", null)]
    [InlineData("openid", "system/Patient.read", "Observation: our token does not open it")]
    public async Task A_list_of_scopes_without_what_every_practice_has_is_not_believed(string also, string asked, string? missing)
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        smart.Known = ["system/Patient.read", also];
        smart.Configuration["scopes_supported"] = new JsonArray([.. smart.Known.Select(k => JsonValue.Create(k))]);
        using var run = Run(keys, scopes: null);
        var result = await run.Of(gp, BulkRun.Patients, new TypeQuery("Observation"));
        Assert.Equal(asked, smart.Scopes[^1]);
        Assert.Equal(missing is null ? [] : new[] { missing }, result.Missing.Select(m => m.ToString()));
    }

    [Fact]
    public async Task A_token_for_one_type_of_all_that_were_asked_opens_no_other()
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        smart.Configuration["scopes_supported"] = new JsonArray("system/*.rs");
        smart.Granted = "system/Patient.rs";
        using var run = Run(keys, scopes: null);
        var result = await run.Of(gp, BulkRun.Patients, new TypeQuery("Condition"));
        Assert.Equal(["Condition: our token does not open it"], result.Missing.Select(m => m.ToString()));
    }

    [Fact]
    public async Task Why_no_token_is_given_is_told_in_the_servers_word_and_no_other()
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        smart.StepIn = async (context, path) =>
        {
            if (path == "/auth/Token")
            {
                await BulkGp.Send(context, new JsonObject { ["error"] = "invalid_scope", ["error_description"] = "SECRET" }, 400);
            }

            return path == "/auth/Token";
        };
        using var run = Run(keys);
        Assert.Equal("token: HTTP 400 (error invalid_scope), our credentials are not accepted", await run.Fault(gp, BulkRun.Patients));
    }

    [Fact]
    public async Task An_address_for_tokens_that_is_configured_is_used_as_it_is_written()
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        var address = gp.Origin.AbsoluteUri.Replace("http:", "HTTP:", StringComparison.Ordinal) + "auth/Token";
        using var run = Run(keys, new Uri(address));
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal(address, (string?)smart.Assertions.Single()["aud"]);
        Assert.Equal(0, gp.Asked("GET /r4/.well-known"));
    }

    [Fact]
    public async Task An_assertion_does_not_travel_in_the_open()
    {
        var keys = new SigningKeys(Pem("key", "EC"));
        var smart = await SmartGp.Start(keys.PublicKeySet);
        await using var gp = smart.Gp;
        smart.Configuration["token_endpoint"] = "http://tokens.example.org/token";
        using var run = Run(keys);
        Assert.Contains("must be https", await run.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_prints_a_secret()
    {
        EndpointAccess[] all =
        [
            new EndpointAccess.Bearer("s3cret"),
            new EndpointAccess.ClientCredentials(new Uri("https://x"), "id", "s3cret"),
            new EndpointAccess.Smart("id", new SigningKeys(new KeySource.Variable("s3cret")), ["s3cret"]),
        ];
        Assert.All(all, a => Assert.DoesNotContain("s3cret", $"{a} {new FhirEndpoint(new Uri("http://user:s3cret@x/r4?s3cret"), a).Access}", StringComparison.Ordinal));
    }

    private static BulkRun Run(SigningKeys keys, Uri? tokenAddress = null) => Run(keys, Asked, tokenAddress);

    private static BulkRun Run(SigningKeys keys, string[]? scopes, Uri? tokenAddress = null) =>
        new() { Access = new EndpointAccess.Smart("qof", keys, scopes, tokenAddress) };

    private KeySource.File Pem(string name, string kind)
    {
        var file = Path.Combine(_folder, name);
        if (kind == "EC")
        {
            using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
            File.WriteAllText(file, curve.ExportECPrivateKeyPem());
        }
        else
        {
            using var numbers = RSA.Create(2048);
            File.WriteAllText(file, numbers.ExportPkcs8PrivateKeyPem());
        }

        return new KeySource.File(file);
    }

    private static JsonObject Jwk(ECDsa key, string id)
    {
        var parts = key.ExportParameters(includePrivateParameters: true);
        return new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-384",
            ["kid"] = id,
            ["d"] = System.Buffers.Text.Base64Url.EncodeToString(parts.D),
            ["x"] = System.Buffers.Text.Base64Url.EncodeToString(parts.Q.X),
            ["y"] = System.Buffers.Text.Base64Url.EncodeToString(parts.Q.Y),
        };
    }
}
