using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Terminology;

namespace QofFhir.Tests.Extraction;

/// <summary>Expanding reference sets at a terminology server.</summary>
public sealed class TerminologyServerTests : IAsyncLifetime
{
    private const string Refset = "999004691000230108";
    private static readonly string[] Members = ["73211009", "44054006", "46635009", "38341003", "59621000"];

    private readonly InstantClock _clock = new(DateTimeOffset.UnixEpoch);
    private TestTerminology _server = null!;

    public async Task InitializeAsync()
    {
        _server = await TestTerminology.Start();
        _server.Refsets[Refset] = Members;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(5, 1)]
    [InlineData(6, 1)]
    public async Task All_pages_are_asked_for_and_no_more(int pageSize, int requests)
    {
        var expansion = await Expand(pageSize);

        Assert.Equal(Members, expansion.Codes.Select(c => c.Code));
        Assert.Equal((TestTerminology.Version, (string?)null, "term of 73211009"), (expansion.Version, expansion.Refused, expansion.Codes[0].Display));
        Assert.Equal(requests, _server.Requests.Count);
        Assert.Equal($"POST /r4/ValueSet/$expand http://snomed.info/sct?fhir_vs=ecl/^{Refset} 0", _server.Requests[0]);
    }

    [Fact]
    public async Task Without_a_total_a_page_that_is_not_full_is_the_last()
    {
        _server.Change = (_, page) => page["expansion"]!.AsObject().Remove("total");

        Assert.Equal(Members, (await Expand(2)).Codes.Select(c => c.Code));
        Assert.Equal(Members, (await Expand(5)).Codes.Select(c => c.Code)); // a full page: one more is asked for, and is empty
    }

    [Fact]
    public async Task Codes_inside_other_entries_are_taken_and_what_only_groups_is_not()
    {
        _server.Change = (_, page) => page["expansion"]!["contains"] = new JsonArray(new JsonObject
        {
            ["system"] = "http://snomed.info/sct",
            ["code"] = "404684003",
            ["abstract"] = true,
            ["contains"] = page["expansion"]!["contains"]!.DeepClone(),
        });

        Assert.Equal(Members, (await Expand(10)).Codes.Select(c => c.Code));
    }

    [Theory]
    [InlineData("more than given", "the server says 6 codes and gives 5")]
    [InlineData("fewer than given", "the server says 3 codes and gives 4")]
    [InlineData("the same page again", "a code twice")]
    [InlineData("another total", "changed its content")]
    [InlineData("another version", "changed its content")]
    [InlineData("too costly", "left codes out")]
    [InlineData("no expansion", "no ValueSet with an expansion")]
    public async Task Half_an_expansion_is_refused(string fault, string reason)
    {
        _server.Change = (offset, page) =>
        {
            var expansion = page["expansion"]!;
            switch (fault)
            {
                case "more than given": expansion["total"] = 6; break;
                case "fewer than given": expansion["total"] = 3; break;
                case "the same page again": expansion["contains"]![0]!["code"] = Members[0]; break;
                case "another total": expansion["total"] = 5 + offset; break;
                case "another version": expansion["parameter"]![0]!["valueUri"] = "v" + offset; break;
                case "too costly":
                    expansion["extension"] = new JsonArray(new JsonObject { ["url"] = "http://hl7.org/fhir/StructureDefinition/valueset-toocostly", ["valueBoolean"] = true });
                    break;
                default: page.Remove("expansion"); break;
            }
        };

        var expansion = await Expand(2);

        Assert.Contains(reason, expansion.Refused, StringComparison.Ordinal);
        Assert.Empty(expansion.Codes);
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_reference_set_is_told_and_is_no_fault()
    {
        _server.StepIn = async context =>
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsync(TestGp.Outcome("error", "not-found").ToJsonString());
            return true;
        };

        Assert.Equal("HTTP 404 (error not-found)", (await Expand(2)).Refused);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_server_is_left_alone_as_long_as_it_asks(int status)
    {
        var busy = 2;
        _server.StepIn = context =>
        {
            if (busy-- <= 0)
            {
                return Task.FromResult(false);
            }

            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "7";
            return Task.FromResult(true);
        };

        Assert.Equal(5, (await Expand(10)).Codes.Count);
        Assert.Equal(2, _clock.Waits.Count(w => w == TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public async Task One_token_serves_many_requests_until_it_ends()
    {
        _server.Secret = "s3cret";
        var server = Server(1, "s3cret");

        await server.Expand(Refset, default);
        await server.Expand(Refset, default);
        Assert.Equal(1, _server.Requests.Count(r => r == "token client_credentials qof"));

        _server.TokenLife = 20; // less than the margin: each request wants its own
        server = Server(1, "s3cret");
        _server.Requests.Clear();
        await server.Expand(Refset, default);
        Assert.Equal(5, _server.Requests.Count(r => r.StartsWith("token", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_token_refused_in_the_middle_is_renewed_once()
    {
        _server.Secret = "s3cret";
        _server.Change = (offset, _) => _server.Token = offset == 2 ? 2 : _server.Token;

        var expansion = await Server(2, "s3cret").Expand(Refset, default);

        Assert.Equal(5, expansion.Codes.Count);
        Assert.Equal(2, _server.Requests.Count(r => r.StartsWith("token", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_wrong_secret_ends_it_and_is_not_repeated()
    {
        _server.Secret = "s3cret";

        var fault = await Assert.ThrowsAsync<ExtractionException>(() => Server(2, "wr0ng").Expand(Refset, default));

        Assert.Contains("token: HTTP 401", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", fault.ToString(), StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public void A_secret_does_not_travel_in_the_open() =>
        Assert.Throws<ExtractionException>(() => new TerminologyServer(
            SearchExtraction.NewClient(),
            new FhirEndpoint(_server.Address, new EndpointAccess.ClientCredentials(new Uri("http://tokens.example.org/token"), "qof", "s3cret")),
            new ExtractionSettings(), _clock, new Random(1)));

    private Task<Expansion> Expand(int pageSize) => Server(pageSize, null).Expand(Refset, default);

    private TerminologyServer Server(int pageSize, string? secret) => new(
        SearchExtraction.NewClient(),
        new FhirEndpoint(_server.Address, secret is null ? null : new EndpointAccess.ClientCredentials(_server.TokenAddress, "qof", secret)),
        new ExtractionSettings(), _clock, new Random(1))
    {
        PageSize = pageSize,
    };
}
