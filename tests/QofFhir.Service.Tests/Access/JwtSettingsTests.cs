using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.Access;

public sealed class JwtSettingsTests
{
    [Theory]
    [InlineData("Jwt:Issuer=https://x.example", "'Issuer'")]
    [InlineData("Jwt:RoleClaim=x", "Issuers: at least one")]
    [InlineData("Jwt:Issuers:0:Issuer=https://x.example", "Issuer and Audiences are both needed")]
    [InlineData("Jwt:Issuers:0:Audiences:0=x", "Issuer and Audiences are both needed")]
    [InlineData("Jwt:Issuers:0:Issuer=http://x.example Jwt:Issuers:0:Audiences:0=x", "an https address is needed")]
    [InlineData("Jwt:Issuers:0:Issuer=ftp://127.0.0.1 Jwt:Issuers:0:Audiences:0=x", "an https address is needed")]
    [InlineData("Jwt:Issuers:0:Issuer=x Jwt:Issuers:0:Audiences:0=x Jwt:Issuers:0:JwksFile=/no/such/file", "there is no file")]
    [InlineData("Jwt:Issuers:0:Issuer=https://x.example Jwt:Issuers:0:Audiences:0=x Jwt:Issuers:1:Issuer=https://x.example Jwt:Issuers:1:Audiences:0=y", "is there twice")]
    [InlineData("Jwt:Issuers:0:Issuer=https://x.example Jwt:Issuers:0:Audiences:0=x Jwt:OrganisationClaim=", "the name of a claim")]
    [InlineData("Limits:RequestsPerSecond=0", "Limits:RequestsPerSecond: 1 to")]
    [InlineData("Limits:JsonDepth=1", "Limits:JsonDepth: 16 to")]
    public async Task A_mistake_is_told_with_its_place(string settings, string told)
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestService.Start(
            null, ["QofFhir:Roles:0=aggregator", .. settings.Split(' ').Select(s => "QofFhir:" + s)]));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }
}
