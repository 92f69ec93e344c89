using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Service.Tests;

/// <summary>A service that takes the tokens of an issuer, once for all tests that only ask it.</summary>
public sealed class IssuerService : IAsyncLifetime
{
    public const string Name = "https://issuer.example";
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-").FullName;

    /// <summary>What the issuer signs with.</summary>
    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    internal TestService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await Start(KeySetFile("jwks.json"));

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        Key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A service of one test, that reads the issuer's keys in this file.</summary>
    internal static Task<TestService> Start(string keySetFile, params string[] settings) => TestService.For(
        new Uri("http://127.0.0.1:9"), null, [$"QofFhir:Jwt:Issuers:0:Issuer={Name}", "QofFhir:Jwt:Issuers:0:Audiences:0=qoffhir", $"QofFhir:Jwt:Issuers:0:JwksFile={keySetFile}", .. settings]);

    internal string KeySetFile(string name)
    {
        var file = Path.Combine(_folder, name);
        var point = Key.ExportParameters(false).Q;
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "EC", crv = "P-384", x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y), kid = "k1" } },
        }));
        return file;
    }
}
