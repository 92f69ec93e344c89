using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Service.Tests;

/// <summary>With an issuer configured the service may be open to others, and everything but health needs a token.</summary>
public sealed class TokenTests(IssuerService trusted) : IClassFixture<IssuerService>
{
    private readonly TestService _service = trusted.Service;

    [Theory]
    [InlineData(null, null, null, null, 200)]
    [InlineData("qoffhir.patient-level", null, null, null, 200)]
    [InlineData(null, "https://other.example", null, null, 401)]
    [InlineData(null, null, "other", null, 401)]
    [InlineData(null, null, null, -5, 401)]
    public async Task Counts_need_a_valid_token(string? scope, string? issuer, string? audience, int? minutes, int status)
    {
        using var answer = await _service.Get("/fhir/MeasureReport", Token(_service, trusted.Key, scope, issuer, audience, minutes));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_token_signed_by_another_key_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var answer = await _service.Get("/fhir/MeasureReport", Token(_service, other, null, null, null, null));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task A_token_without_a_signature_or_signed_with_the_public_key_is_refused(string algorithm)
    {
        var head = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"k1"}""");
        var body = Base64UrlEncoder.Encode($$"""{"iss":"{{IssuerService.Name}}","aud":"qoffhir","exp":{{_service.Clock.Now.AddMinutes(5).ToUnixTimeSeconds()}},"scope":"qoffhir.patient-level"}""");
        var signature = algorithm == "none" ? [] : HMACSHA256.HashData(trusted.Key.ExportSubjectPublicKeyInfo(), System.Text.Encoding.ASCII.GetBytes($"{head}.{body}"));
        using var answer = await _service.Get("/fhir/MeasureReport", $"{head}.{body}.{Base64UrlEncoder.Encode(signature)}");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task While_the_issuers_keys_cannot_be_read_no_token_is_valid()
    {
        var file = trusted.KeySetFile("broken.json");
        await using var service = await IssuerService.Start(file);
        var token = Token(service, trusted.Key, null, null, null, null);
        foreach (var broken in new[] { "{", "[]", "" })
        {
            await File.WriteAllTextAsync(file, broken);
            using var answer = await service.Get("/fhir/MeasureReport", token);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        await using var away = await TestService.For(
            new Uri("http://127.0.0.1:9"), null, "QofFhir:Jwt:Issuers:0:Issuer=http://127.0.0.1:9", "QofFhir:Jwt:Issuers:0:Audiences:0=qoffhir");
        using var refused = await away.Get("/fhir/MeasureReport", token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        await away.Json("/fhir/MeasureReport", away.Key);
    }

    [Fact]
    public async Task Without_a_token_only_health_and_metadata_answer()
    {
        foreach (var closed in new[] { "/", "/runs", "/fhir/MeasureReport", "/fhir/Measure" })
        {
            using var refused = await _service.Get(closed);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        await _service.Json("/fhir/metadata");
        await _service.Json("/health/live");
    }

    [Theory]
    [InlineData("qoffhir.patient-level", 200)]
    [InlineData("openid qoffhir.patient-level", 200)]
    [InlineData("qoffhir.run", 403)]
    [InlineData(null, 403)]
    public async Task What_is_about_patients_needs_its_scope(string? scope, int status)
    {
        using var answer = await _service.Get("/fhir/MeasureReport?type=individual", Token(_service, trusted.Key, scope, null, null, null));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("", "qoffhir.run", 200)]
    [InlineData("", "qoffhir.patient-level", 403)]
    [InlineData("/record", null, 403)]
    [InlineData("/patients", "qoffhir.patient-level", 409)] // There are no records.
    [InlineData("/patients", "qoffhir.run", 403)]
    [InlineData("/patients", null, 403)]
    public async Task A_plan_and_its_patients_at_risk_need_a_scope_each(string of, string? scope, int status)
    {
        using var answer = await _service.Get($"/practices/{TestService.Ods}/qi/prescribing-safety/2026{of}", Token(_service, trusted.Key, scope, null, null, null));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/qi/modules")]
    [InlineData("/qi/modules/end-of-life/plan-definition")]
    [InlineData("/qi/networks/U99999/end-of-life/2026/reports")]
    public async Task Modules_and_reports_of_networks_are_as_open_as_counts(string address)
    {
        using var refused = await _service.Get(address);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var told = await _service.Get(address, Token(_service, trusted.Key, null, null, null, null));
        Assert.NotEqual(HttpStatusCode.Unauthorized, told.StatusCode);
    }

    [Fact]
    public async Task With_an_issuer_an_open_address_is_allowed()
    {
        await using var service = await IssuerService.Start(trusted.KeySetFile("open.json"), "urls=http://0.0.0.0:0");
        Assert.Equal("live", (string)(await service.Json("/health/live"))["status"]!);
    }

    private static string Token(TestService service, ECDsa key, string? scope, string? issuer, string? audience, int? minutes) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? IssuerService.Name,
            Audience = audience ?? "qoffhir",
            Expires = service.Clock.Now.UtcDateTime.AddMinutes(minutes ?? 5),
            Claims = scope is null ? null : new Dictionary<string, object> { ["scope"] = scope },
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = "k1" }, SecurityAlgorithms.EcdsaSha384),
        });
}
