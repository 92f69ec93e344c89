using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Service.Tests.Cds;

/// <summary>A clinical system with its key, and a service that it may call.</summary>
public sealed class ClinicalSystem : IAsyncLifetime
{
    public const string Name = "https://ehr.example";
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-ehr-").FullName;
    private int _tokens;

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    internal TestService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await Start();

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        Key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    internal Task<TestService> Start(params string[] settings)
    {
        var file = Path.Combine(_folder, "jwks.json");
        File.WriteAllText(file, KeySet());
        return CdsService.Start([$"QofFhir:Cds:Clients:0:Issuer={Name}", $"QofFhir:Cds:Clients:0:JwksFile={file}", .. settings]);
    }

    public string KeySet()
    {
        var point = Key.ExportParameters(false).Q;
        return $$"""{"keys":[{"kty":"EC","crv":"P-384","x":"{{Base64UrlEncoder.Encode(point.X)}}","y":"{{Base64UrlEncoder.Encode(point.Y)}}","kid":"k1"}]}""";
    }

    /// <summary>A good token for this address, but for the changes: <c>head.NAME=JSON</c> or <c>NAME=JSON</c>, or the name alone to leave it out. Numbers with a sign are seconds from now.</summary>
    internal string Token(TestService service, string path, params string[] changes) => Signed(service, path, Key, changes);

    internal string Signed(TestService service, string path, ECDsa key, params string[] changes)
    {
        var now = service.Clock.Now.ToUnixTimeSeconds();
        var head = new JsonObject { ["alg"] = "ES384", ["typ"] = "JWT", ["kid"] = "k1" };
        var claims = new JsonObject
        {
            ["iss"] = Name,
            ["aud"] = new Uri(service.Http.BaseAddress!, path).ToString(),
            ["iat"] = now,
            ["exp"] = now + 300,
            ["jti"] = $"token-{Interlocked.Increment(ref _tokens)}",
        };
        foreach (var change in changes)
        {
            var (name, value) = change.Split('=', 2) is [var n, var v] ? (n, v) : (change, null);
            var part = name.StartsWith("head.", StringComparison.Ordinal) ? head : claims;
            name = name.Replace("head.", "", StringComparison.Ordinal);
            part.Remove(name);
            if (value is not null)
            {
                part[name] = value[0] is '+' or '-' ? now + long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : JsonNode.Parse(value.Replace("BASE", service.Http.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal));
            }
        }

        var text = $"{Base64UrlEncoder.Encode(head.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}";
        return $"{text}.{Base64UrlEncoder.Encode(Signature((string)head["alg"]!, key, Encoding.ASCII.GetBytes(text)))}";
    }

    private static byte[] Signature(string algorithm, ECDsa key, byte[] text) => algorithm switch
    {
        "none" => [],
        "HS256" => HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), text),
        _ => key.SignData(text, HashAlgorithmName.SHA384),
    };
}
