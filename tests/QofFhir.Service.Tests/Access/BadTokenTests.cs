using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Service.Tests.Access;

/// <summary>Tokens that are no tokens: all are refused in the same words.</summary>
public sealed class BadTokenTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    public static TheoryData<string> Kinds => [.. Forged.Keys];

    private static readonly Dictionary<string, Func<AggregatorService, string>> Forged = new()
    {
        ["signed by another key"] = a => Of(a, t => t.SigningCredentials = a.First.Signing(ECDsa.Create(ECCurve.NamedCurves.nistP384))),
        ["expired"] = a => Of(a, t => t.Expires = Now(a).AddMinutes(-2)),
        ["without an end"] = a => Raw(a, """{"alg":"ES384","typ":"JWT","kid":"k1"}""", Body(a, "").Replace("\"exp\"", "\"xxx\"", StringComparison.Ordinal)),
        ["not yet valid"] = a => Of(a, t => t.NotBefore = Now(a).AddMinutes(2)),
        ["for another audience"] = a => Of(a, t => t.Audience = "other"),
        ["for no audience"] = a => Of(a, t => t.Audience = null),
        ["of another issuer"] = a => Of(a, t => t.Issuer = "https://attacker.example"),
        ["of no issuer"] = a => Of(a, t => t.Issuer = null),
        ["alg none"] = a => Unsigned(a, "none"),
        ["alg None"] = a => Unsigned(a, "None"),
        ["alg empty"] = a => Unsigned(a, ""),
        ["HMAC with the public key, DER"] = a => Hmac(a, a.First.Key.ExportSubjectPublicKeyInfo()),
        ["HMAC with the public key, PEM"] = a => Hmac(a, Encoding.ASCII.GetBytes(a.First.Key.ExportSubjectPublicKeyInfoPem())),
        ["HMAC with the key set"] = a => Hmac(a, Encoding.UTF8.GetBytes(a.First.KeySet())),
        ["HMAC with nothing"] = a => Hmac(a, [0]),
        ["key name of a path"] = a => Raw(a, """{"alg":"ES384","typ":"JWT","kid":"../../../../dev/null"}""", Body(a, "")),
        ["key name of an address"] = a => Raw(a, """{"alg":"ES384","typ":"JWT","kid":"k2","jku":"http://127.0.0.1:9/keys","x5u":"http://127.0.0.1:9/c"}""", Body(a, "")),
        ["key name of SQL"] = a => Raw(a, """{"alg":"ES384","typ":"JWT","kid":"' OR 1=1 --"}""", Body(a, "")),
        ["with its own key"] = OwnKey,
        ["another kind"] = a => Raw(a, """{"alg":"ES384","typ":"logout+jwt","kid":"k1"}""", Body(a, "")),
        ["no kind"] = a => Raw(a, """{"alg":"ES384","kid":"k1"}""", Body(a, "")),
        ["changed content"] = a => Part(Good(a), 0) + "." + Base64UrlEncoder.Encode(Body(a, "national")) + "." + Part(Good(a), 2),
        ["changed signature"] = a => Part(Good(a), 0) + "." + Part(Good(a), 1) + "." + new string('A', 128),
        ["signature of zeros"] = a => Part(Good(a), 0) + "." + Part(Good(a), 1) + "." + Base64UrlEncoder.Encode(new byte[96]),
        ["no signature"] = a => Part(Good(a), 0) + "." + Part(Good(a), 1) + ".",
        ["two parts"] = a => Part(Good(a), 0) + "." + Part(Good(a), 1),
        ["rubbish"] = _ => "a.b.c",
        ["empty"] = _ => " ",
        ["too long"] = a => Good(a) + new string('A', 20_000),
        ["an unknown critical header"] = a => Raw(a, """{"alg":"ES384","typ":"JWT","kid":"k1","crit":["exp2"],"exp2":1}""", Body(a, "")),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_bad_token_is_refused(string kind)
    {
        using var good = await aggregator.Service.Get("/consents", Good(aggregator));
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        using var answer = await aggregator.Service.Get("/consents", Forged[kind](aggregator));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Bearer KEY", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-30, null)]
    [InlineData(300, 30)]
    public async Task Clocks_may_be_a_minute_apart(int endsIn, int? beginsIn)
    {
        var token = Of(aggregator, t =>
        {
            t.Expires = Now(aggregator).AddSeconds(endsIn);
            t.NotBefore = beginsIn is { } begins ? Now(aggregator).AddSeconds(begins) : null;
        });
        using var answer = await aggregator.Service.Get("/consents", token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("JWT")]
    public async Task Both_kinds_of_access_token_are_taken(string kind)
    {
        using var answer = await aggregator.Service.Get("/consents", Raw(aggregator, $$"""{"alg":"ES384","typ":"{{kind}}","kid":"k1"}""", Body(aggregator, "payer")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static DateTime Now(AggregatorService a) => a.Service.Clock.Now.UtcDateTime;

    private static string Good(AggregatorService a) => a.Token("payer");

    private static string Part(string token, int number) => token.Split('.')[number];

    private static string Of(AggregatorService a, Action<SecurityTokenDescriptor> change) => a.First.Token(a.Service.Clock.Now, "national", null, change: change);

    private static string Body(AggregatorService a, string role) =>
        $$"""{"iss":"{{a.First.Name}}","aud":"qoffhir","exp":{{a.Service.Clock.Now.AddMinutes(5).ToUnixTimeSeconds()}},"client_id":"x","qof_role":"{{(role.Length == 0 ? "national" : role)}}"}""";

    /// <summary>Signed rightly, whatever stands in it.</summary>
    private static string Raw(AggregatorService a, string head, string body)
    {
        var text = $"{Base64UrlEncoder.Encode(head)}.{Base64UrlEncoder.Encode(body)}";
        return $"{text}.{Base64UrlEncoder.Encode(a.First.Key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA384))}";
    }

    private static string Unsigned(AggregatorService a, string algorithm) =>
        $"{Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"k1"}""")}.{Base64UrlEncoder.Encode(Body(a, "national"))}.";

    private static string Hmac(AggregatorService a, byte[] secret)
    {
        var text = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"JWT","kid":"k1"}""")}.{Base64UrlEncoder.Encode(Body(a, "national"))}";
        return $"{text}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(text)))}";
    }

    private static string OwnKey(AggregatorService a)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var point = key.ExportParameters(false).Q;
        var text = Base64UrlEncoder.Encode(
                $$$"""{"alg":"ES384","typ":"JWT","jwk":{"kty":"EC","crv":"P-384","x":"{{{Base64UrlEncoder.Encode(point.X)}}}","y":"{{{Base64UrlEncoder.Encode(point.Y)}}}"}}""")
            + "." + Base64UrlEncoder.Encode(Body(a, "national"));
        return $"{text}.{Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA384))}";
    }
}
