using System.Net;
using System.Text.Json.Nodes;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.Payments;

/// <summary>What a practice sees of its own payment before anything is declared.</summary>
public sealed class PracticePaymentTests
{
    [Fact]
    public async Task A_practices_own_reports_and_declarations_come_to_a_statement()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "national.csv");
        await File.WriteAllTextAsync(file, "group,register,list,day\nDM,3800000,63000000,2020-03-31\nno such group,1,2,\n");
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.StartAt(
            new DateTimeOffset(2020, 3, 30, 9, 0, 0, TimeSpan.Zero), null, "QofFhir:Framework=qof-england-2019-20", $"QofFhir:Payment:NationalPrevalence={file}",
            $"QofFhir:Practices:0:Ods={TestService.Ods}", $"QofFhir:Practices:0:BaseUrl={gp.BaseUrl}", $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}");
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get($"/payments/{TestService.Ods}")).StatusCode);
        var run = await service.Run();
        var on = (string)run["achievementDate"]!;
        var before = await service.Json($"/payments/{TestService.Ods}?framework=qof-england-2019-20&date={on}");
        Assert.Equal(("preview", TestService.Ods, "the configured file", true), ((string)before["state"]!, (string)before["practice"]!, (string)before["nationalFrom"]!, (bool)before["sample"]!));
        Assert.Null(Points(before, "QI001"));
        Assert.NotNull(Points(before, "DM019"));
        Assert.NotNull((decimal?)Group(before, "Diabetes mellitus")["pounds"]!["value"]);
        Assert.Null((decimal?)Group(before, "Asthma")["pounds"]!["value"]);

        using var said = await service.Send(HttpMethod.Put, $"/practices/{TestService.Ods}/attestations/qof-england-2019-20/QI001", service.Key, new { declared = "yes", by = "Ann" });
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.Equal(27m, Points(await service.Json($"/payments/{TestService.Ods.ToLowerInvariant()}"), "QI001"));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get($"/payments/{TestService.Ods}?date=2020-01-01")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get($"/payments/{TestService.Ods}?framework=none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get($"/payments/{TestService.Ods}?date=2026-11-30")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Get($"/payments/{TestService.Ods}?date=today")).StatusCode);
        using var page = new HttpRequestMessage(HttpMethod.Get, $"/payments/{TestService.Ods}");
        page.Headers.Accept.ParseAdd("text/html");
        using var answer = await service.Http.SendAsync(page);
        Assert.StartsWith("<!doctype html>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_is_previewed_before_its_day_has_come()
    {
        await using var service = await TestService.StartAt(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), null);
        await service.Ended((string)(await service.Json("/runs"))["runs"]![0]!["id"]!);
        Assert.Equal("2026-11-30", (string)(await service.Json("/payments/A99999"))["achievementDate"]!);
    }

    [Theory]
    [InlineData("group,register,list\nDM,5,4\n", "REGISTER is more than the list")]
    [InlineData("group,register,list\nDM,4,5\ndm,4,5\n", "has more than one row")]
    [InlineData("group,list\nDM,5\n", "There is no column REGISTER")]
    [InlineData("group,register,list\n", "has no row of a whole list")]
    [InlineData(null, "there is no file")]
    public async Task A_file_of_national_prevalence_is_read_at_the_start(string? text, string mistake)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "national.csv");
        if (text is not null)
        {
            await File.WriteAllTextAsync(file, text);
        }

        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestService.Start(null, $"QofFhir:Payment:NationalPrevalence={file}"));
        Assert.Contains(mistake, fault.Message, StringComparison.Ordinal);
    }

    private static JsonNode Group(JsonNode told, string name) => told["outcome"]!["groups"]!.AsArray().Single(g => (string)g!["name"]! == name)!;

    private static decimal? Points(JsonNode told, string indicator) => (decimal?)told["outcome"]!["indicators"]!.AsArray().Single(g => (string)g!["name"]! == indicator)!["points"]!["value"];
}
