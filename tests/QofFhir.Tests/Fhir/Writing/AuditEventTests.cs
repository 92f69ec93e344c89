using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Fhir.Writing.Audit;

namespace QofFhir.Tests.Fhir.Writing;

public sealed class AuditEventTests
{
    private static readonly AuditedAccess Search = new(
        "42", new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero), "GET", "/fhir/MeasureReport", "/fhir/MeasureReport", 200, PurposeOfUse.Quality)
    {
        Query = "reporter=Organization/A81001",
        Client = "network-app",
        Issuer = "https://issuer.example",
        Role = "network",
        Organisation = "U12345",
        Address = "127.0.0.1",
    };

    [Fact]
    public void It_says_who_asked_what_and_what_came_of_it()
    {
        var written = JsonNode.Parse(Written(Search))!;
        Assert.Equal(("E", "0", "2026-11-30T09:00:00Z"), ((string)written["action"]!, (string)written["outcome"]!, (string)written["recorded"]!));
        Assert.Equal("network-app", (string)written["agent"]![0]!["who"]!["identifier"]!["value"]!);
        Assert.Equal("Organization/U12345", (string)written["agent"]![1]!["who"]!["reference"]!);
        Assert.Equal("/fhir/MeasureReport?reporter=Organization/A81001", Encoding.UTF8.GetString(Convert.FromBase64String((string)written["entity"]![1]!["query"]!)));
    }

    [Theory]
    [InlineData("GET", "/fhir/MeasureReport/{id}", "read", "R")]
    [InlineData("GET", "/fhir/MeasureReport/{id}/_history", "history-instance", "R")]
    [InlineData("GET", "/fhir/MeasureReport/{id}/_history/{version}", "vread", "R")]
    [InlineData("POST", "/fhir/MeasureReport/_search", "search-type", "E")]
    [InlineData("POST", "/fhir/MeasureReport", "create", "C")]
    [InlineData("PUT", "/fhir/MeasureReport", "update", "U")]
    [InlineData("POST", "/fhir", "transaction", "E")]
    [InlineData("POST", "/fhir/", "transaction", "E")]
    [InlineData("POST", "/fhir/Measure/{id}/$submit-data", "operation", "E")]
    [InlineData("GET", "/fhir/metadata", "capabilities", "R")]
    [InlineData("PUT", "/consents/{ods}", null, "U")]
    [InlineData("GET", "", null, "R")]
    public void Requests_have_fhirs_words(string method, string route, string? interaction, string action)
    {
        var written = JsonNode.Parse(Written(Search with { Method = method, Route = route }))!;
        Assert.Equal(interaction, (string?)written["subtype"]?[0]!["code"]);
        Assert.Equal(action, (string)written["action"]!);
    }

    [Theory]
    [InlineData(201, "0")]
    [InlineData(401, "4")]
    [InlineData(500, "8")]
    [InlineData(503, "12")]
    public void The_outcome_is_told_by_the_status(int status, string outcome) =>
        Assert.Equal(outcome, (string)JsonNode.Parse(Written(Search with { Status = status }))!["outcome"]!);

    [Fact]
    public void Every_kind_passes_the_validators()
    {
        AuditedAccess[] kinds =
        [
            Search,
            Search with { Query = null, Route = "/fhir/MeasureReport/{id}", Path = "/fhir/MeasureReport/abc", Method = "GET" },
            Search with { Client = null, Issuer = null, Role = null, Organisation = null, Address = null, Query = null, Route = "", Path = "/x", Status = 401 },
            Search with { Method = "POST", Route = "/fhir", Path = "/fhir", Query = null, Issuer = null },
            Search with { Method = "PUT", Route = "/consents/{ods}", Path = "/consents/A81001", Purpose = PurposeOfUse.Payment },
        ];
        var (exit, output) = Validators.Validate(kinds.Select(Written));
        Assert.True(output.Trim() == $"{kinds.Length} resources, 0 faults", output);
        Assert.Equal(0, exit);
    }

    private static string Written(AuditedAccess access) => HandMadePractice.Write(o => AuditEventWriter.Write(o, access));
}
