using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests;

public sealed class SafeDefaultTests(IdleService idle) : IClassFixture<IdleService>
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1:80", true)]
    [InlineData("[::1]", true)]
    [InlineData("attacker.example", false)]
    [InlineData("127.0.0.1.attacker.example", false)]
    public async Task Only_names_of_this_machine_are_answered(string host, bool answered)
    {
        using var answer = await idle.Service.Send(HttpMethod.Get, "/health/live", host: host);
        Assert.Equal(answered ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("urls=http://0.0.0.0:5080")]
    [InlineData("urls=http://*:5080")]
    [InlineData("urls=http://127.0.0.1:5080;http://[::]:5081")]
    [InlineData("urls=http://practice.example:5080")]
    [InlineData("Kestrel:Endpoints:Open:Url=http://0.0.0.0:5080")]
    public async Task An_address_open_to_others_is_refused_without_authentication(string setting)
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestService.Start(null, setting));
        Assert.Contains("no authentication is configured", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_of_the_configuration_are_told_at_once()
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestService.Start(
            null, "QofFhir:Roles:0=boss", "QofFhir:Practices:0:Ods=?", "QofFhir:Practices:0:BaseUrl=ftp://x",
            "QofFhir:Practices:0:Schedule=whenever", "QofFhir:Submission:BaseUrl=http://x", "QofFhir:Submission:BearerTokenVariable=NO_SUCH_VARIABLE"));
        Assert.Equal(5, fault.Mistakes.Count);
    }

    [Theory]
    [InlineData("QofFhir:AchievementDate=soon", "AchievementDate")]
    [InlineData("QofFhir:AchievementDate=9999-12-31", "AchievementDate")]
    [InlineData("urls=rubbish", "'rubbish' is no address")]
    public async Task A_value_that_cannot_be_read_is_a_mistake_of_the_configuration(string setting, string told)
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestService.Start(null, setting));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_failed_has_not_used_up_the_key()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Path;
        await using (var other = await TestService.Start(null, "QofFhir:Roles:0=practice-api"))
        {
            await Assert.ThrowsAsync<IOException>(() => TestService.Start(folder, "QofFhir:Roles:0=practice-api", $"urls={other.Http.BaseAddress}"));
        }

        await using var service = await TestService.Start(folder, "QofFhir:Roles:0=practice-api");
        await service.Json("/fhir/MeasureReport?type=individual", service.Key);
    }

    [Fact]
    public async Task Whatever_the_configuration_asks_the_log_never_holds_the_address_of_a_request()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Path;
        string[] settings =
        [
            "--urls=http://127.0.0.1:0", "--QofFhir:DataFolder=" + folder, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace",
            "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace", "--Logging:Console:LogLevel:Microsoft.AspNetCore.Hosting=Trace",
            "--Logging:Console:LogLevel:Default=Trace", "--Logging:LogLevel:M*Diagnostics=Trace",
        ];
        await using var app = Program.Build(settings, TimeProvider.System, TextWriter.Null);
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        Assert.False(logs.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Information));
        Assert.False(logs.CreateLogger("Microsoft.AspNetCore.Routing.Matching.DfaMatcher").IsEnabled(LogLevel.Information));
        Assert.True(logs.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Warning));
        Assert.True(logs.CreateLogger("QofFhir.Service").IsEnabled(LogLevel.Debug));
    }

    [Theory]
    [InlineData("practice-api", "/runs")]
    [InlineData("worker", "/fhir/MeasureReport")]
    [InlineData("worker", "/fhir/metadata")]
    [InlineData("cds", "/runs")]
    public async Task A_role_that_is_off_maps_no_endpoint(string role, string address)
    {
        await using var service = await TestService.Start(null, "QofFhir:Roles:0=" + role, "QofFhir:Practices:0:Ods=X1", "QofFhir:Practices:0:BaseUrl=http://127.0.0.1:9");
        using var answer = await service.Get(address, service.Key);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_about_patients_is_readable_by_its_owner_only()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl);
        await service.Run();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode others = (UnixFileMode)0b000_111_111;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(service.Folder) & others);
        foreach (var file in new[] { "qoffhir.db", "access-key.sha256", "patients", "patients/patients.db", "records", $"records/{TestService.Ods}.qofrec" })
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(service.Folder, file)) & others);
        }
    }

    [Fact]
    public async Task Ready_says_what_is_lacking()
    {
        await using var service = await TestService.Start(null, "QofFhir:Roles:0=practice-api", "QofFhir:Framework=no-such-framework");
        using var answer = await service.Get("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("the definitions could not be loaded", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var live = await service.Get("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task A_service_that_can_work_is_ready()
    {
        Assert.Equal("ready", (string)(await idle.Service.Json("/health/ready"))["status"]!);
    }
}
