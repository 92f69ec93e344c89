using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Service.Tests;

/// <summary>With an issuer configured the service may be open to others, and everything but health needs a token.</summary>
public sealed class TokenTests : IDisposable
{
    private const string Issuer = "https://issuer.example";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-").FullName;

    [Theory]
    [InlineData(null, null, null, null, 200)]
    [InlineData("qoffhir.patient-level", null, null, null, 200)]
    [InlineData(null, "https://other.example", null, null, 401)]
    [InlineData(null, null, "other", null, 401)]
    [InlineData(null, null, null, -5, 401)]
    public async Task Counts_need_a_valid_token(string? scope, string? issuer, string? audience, int? minutes, int status)
    {
        await using var service = await Start();
        using var answer = await service.Get("/fhir/MeasureReport", Token(service, _key, scope, issuer, audience, minutes));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_token_signed_by_another_key_is_refused()
    {
        await using var service = await Start();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var answer = await service.Get("/fhir/MeasureReport", Token(service, other, null, null, null, null));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task A_token_without_a_signature_or_signed_with_the_public_key_is_refused(string algorithm)
    {
        await using var service = await Start();
        var head = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"k1"}""");
        var body = Base64UrlEncoder.Encode($$"""{"iss":"{{Issuer}}","aud":"qoffhir","exp":{{service.Clock.Now.AddMinutes(5).ToUnixTimeSeconds()}},"scope":"qoffhir.patient-level"}""");
        var signature = algorithm == "none" ? [] : HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), System.Text.Encoding.ASCII.GetBytes($"{head}.{body}"));
        using var answer = await service.Get("/fhir/MeasureReport", $"{head}.{body}.{Base64UrlEncoder.Encode(signature)}");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task While_the_issuers_keys_cannot_be_read_no_token_is_valid()
    {
        await using var service = await Start();
        var token = Token(service, _key, null, null, null, null);
        foreach (var broken in new[] { "{", "[]", "" })
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "jwks.json"), broken);
            using var answer = await service.Get("/fhir/MeasureReport", token);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        await using var away = await TestService.For(
            new Uri("http://127.0.0.1:9"), null, "QofFhir:Jwt:Issuer=http://127.0.0.1:9", "QofFhir:Jwt:Audience=qoffhir");
        using var refused = await away.Get("/fhir/MeasureReport", token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        await away.Json("/fhir/MeasureReport", away.Key);
    }

    [Fact]
    public async Task Without_a_token_only_health_and_metadata_answer()
    {
        await using var service = await Start();
        foreach (var closed in new[] { "/", "/runs", "/fhir/MeasureReport", "/fhir/Measure" })
        {
            using var refused = await service.Get(closed);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        await service.Json("/fhir/metadata");
        await service.Json("/health/live");
    }

    [Theory]
    [InlineData("qoffhir.patient-level", 200)]
    [InlineData("openid qoffhir.patient-level", 200)]
    [InlineData("qoffhir.run", 403)]
    [InlineData(null, 403)]
    public async Task What_is_about_patients_needs_its_scope(string? scope, int status)
    {
        await using var service = await Start();
        using var answer = await service.Get("/fhir/MeasureReport?type=individual", Token(service, _key, scope, null, null, null));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task With_an_issuer_an_open_address_is_allowed()
    {
        await using var service = await Start("urls=http://0.0.0.0:0");
        Assert.Equal("live", (string)(await service.Json("/health/live"))["status"]!);
    }

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<TestService> Start(string setting = "urls=http://127.0.0.1:0")
    {
        var file = Path.Combine(_folder, "jwks.json");
        await File.WriteAllTextAsync(file, KeySet(_key));
        return await TestService.For(
            new Uri("http://127.0.0.1:9"), null, $"QofFhir:Jwt:Issuer={Issuer}", "QofFhir:Jwt:Audience=qoffhir", $"QofFhir:Jwt:JwksFile={file}", setting);
    }

    private static string KeySet(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "EC", crv = "P-384", x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y), kid = "k1" } },
        });
    }

    private static string Token(TestService service, ECDsa key, string? scope, string? issuer, string? audience, int? minutes) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? "qoffhir",
            Expires = service.Clock.Now.UtcDateTime.AddMinutes(minutes ?? 5),
            Claims = scope is null ? null : new Dictionary<string, object> { ["scope"] = scope },
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = "k1" }, SecurityAlgorithms.EcdsaSha384),
        });
}
