using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QofFhir.Tests.Extraction.Bulk;

namespace QofFhir.Tests.Extraction.Access;

/// <summary>A Bulk Data server that lets in by SMART Backend Services, and checks the assertion with nothing but the runtime's own cryptography.</summary>
internal sealed class SmartGp(BulkGp gp, Func<string> keySet)
{
    private int _given;

    public List<JsonObject> Assertions { get; } = [];

    public List<string> Scopes { get; } = [];

    public HashSet<string> Refused { get; } = [];

    public JsonObject Configuration { get; set; } = new()
    {
        ["token_endpoint"] = new Uri(gp.Origin, "/auth/Token").AbsoluteUri,
        ["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("RS384", "ES384"),
    };

    /// <summary>Scopes that are not called invalid; null: all.</summary>
    public string[]? Known { get; set; }

    public string? Granted { get; set; }

    public int Life { get; set; } = 300;

    public Func<HttpContext, string, Task<bool>> StepIn { get; set; } = (_, _) => Task.FromResult(false);

    public int Given => _given;

    public BulkGp Gp => gp;

    public static async Task<SmartGp> Start(Func<string> keySet)
    {
        var gp = await BulkGp.Start();
        gp.With("Patient", "1", BulkGp.Resource("Patient", "a"));
        var smart = new SmartGp(gp, keySet);
        gp.StepIn = smart.Answer;
        return smart;
    }

    private async Task<bool> Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/r4/.well-known/smart-configuration")
        {
            await BulkGp.Send(context, Configuration);
            return true;
        }

        if (await StepIn(context, path))
        {
            return true;
        }

        if (path == "/auth/Token")
        {
            await Token(context);
            return true;
        }

        if (path == "/r4/metadata")
        {
            return false;
        }

        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        lock (Refused)
        {
            context.Response.StatusCode = token.StartsWith("token-", StringComparison.Ordinal) && !Refused.Contains(token) ? 200 : 401;
        }

        return context.Response.StatusCode == 401;
    }

    private async Task Token(HttpContext context)
    {
        var form = gp.Bodies[^1].Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1].Replace('+', ' ')));
        var claims = Verified(form["client_assertion"]);
        Scopes.Add(form["scope"]);
        var fits = claims is not null
            && form["grant_type"] == "client_credentials"
            && form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            && form.Count == 4
            && Assertions.All(a => (string?)a["jti"] != (string?)claims["jti"]);
        if (!fits)
        {
            await BulkGp.Send(context, new JsonObject { ["error"] = "invalid_client", ["error_description"] = "SECRET" }, 401);
            return;
        }

        if (Known is not null && form["scope"].Split(' ').Any(s => !Known.Contains(s)))
        {
            await BulkGp.Send(context, new JsonObject { ["error"] = "invalid_scope" }, 400);
            return;
        }

        Assertions.Add(claims!);
        var answer = new JsonObject { ["access_token"] = $"token-{Interlocked.Increment(ref _given)}", ["token_type"] = "bearer", ["expires_in"] = Life };
        if (Granted is not null)
        {
            answer["scope"] = Granted;
        }

        await BulkGp.Send(context, answer);
    }

    /// <returns>Head and claims together, or null when no published key made the signature.</returns>
    private JsonObject? Verified(string assertion)
    {
        var parts = assertion.Split('.');
        var head = JsonNode.Parse(Bytes(parts[0]))!.AsObject();
        var key = JsonNode.Parse(keySet())!["keys"]!.AsArray().Single(k => (string?)k!["kid"] == (string?)head["kid"])!;
        byte[] signed = Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), signature = Bytes(parts[2]);
        bool genuine;
        if ((string?)head["alg"] == "ES384")
        {
            using var curve = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP384,
                Q = new ECPoint { X = Bytes((string)key["x"]!), Y = Bytes((string)key["y"]!) },
            });
            genuine = curve.VerifyData(signed, signature, HashAlgorithmName.SHA384);
        }
        else
        {
            using var numbers = RSA.Create(new RSAParameters { Modulus = Bytes((string)key["n"]!), Exponent = Bytes((string)key["e"]!) });
            genuine = numbers.VerifyData(signed, signature, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1);
        }

        var claims = JsonNode.Parse(Bytes(parts[1]))!.AsObject();
        foreach (var (name, value) in head)
        {
            claims["head." + name] = value!.DeepClone();
        }

        return genuine ? claims : null;
    }

    private static byte[] Bytes(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
