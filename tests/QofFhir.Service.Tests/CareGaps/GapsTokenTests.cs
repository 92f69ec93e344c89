using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Service.Tests.CareGaps;

/// <summary>With tokens: the scope is needed, and what one client asked for is not there for another.</summary>
public sealed class GapsTokenTests(SampleRun sample, IssuerService trusted) : IClassFixture<SampleRun>, IClassFixture<IssuerService>
{
    private const string Asked = GapsReading.Year + "&status=open-gap";

    [Fact]
    public async Task What_one_client_asked_for_is_not_there_for_another()
    {
        KeptFile.Copy(sample.Service, trusted.Service, TestService.Ods);
        var (ann, bob) = (Token("ann"), Token("bob"));
        using var begun = await trusted.Service.Ask(Asked, ann);
        var at = begun.Content.Headers.ContentLocation!.ToString();
        var manifest = await trusted.Service.Finished(at, ann);
        Assert.NotEmpty(await trusted.Service.Bundles(manifest, ann));
        Assert.NotEmpty(await trusted.Service.Bundles(manifest, Token("ann")));
        foreach (var stranger in new[] { bob, trusted.Service.Key })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await trusted.Service.Ask(at, stranger)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await trusted.Service.Ask(at + "/bundles.ndjson", stranger)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await trusted.Service.Send(HttpMethod.Delete, at, stranger)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await trusted.Service.Ask(at, ann)).StatusCode);
    }

    [Fact]
    public async Task The_scope_is_needed_and_a_client_that_can_be_told_from_others()
    {
        KeptFile.Copy(sample.Service, trusted.Service, TestService.Ods);
        Assert.Equal(HttpStatusCode.Forbidden, (await trusted.Service.Ask(Asked, Token("ann", "other"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await trusted.Service.Ask(Asked, Token(null))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await trusted.Service.Ask(Asked + "&subject=Patient/case-dm020-dmmax", Token(null))).StatusCode);
    }

    private string Token(string? client, string scope = "qoffhir.patient-level")
    {
        var claims = new Dictionary<string, object> { ["scope"] = scope };
        if (client is not null)
        {
            claims["client_id"] = client;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = IssuerService.Name,
            Audience = "qoffhir",
            Expires = trusted.Service.Clock.Now.UtcDateTime.AddMinutes(5),
            Claims = claims,
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(trusted.Key) { KeyId = "k1" }, SecurityAlgorithms.EcdsaSha384),
        });
    }
}
