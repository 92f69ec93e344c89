using System.Text.Json.Nodes;
using QofFhir.Core;
using QofFhir.Fhir.Writing;

namespace QofFhir.Tests.Fhir.Writing;

public sealed class OperationOutcomeWriterTests
{
    internal static IReadOnlyList<Problem> AllKinds { get; } =
    [
        .. Enum.GetValues<ProblemKind>().Select(k => new Problem(
            k, ProblemSeverity.Warning, "practice.ndjson:17", "Observation.valueQuantity", $"A problem of kind {k}.")),
        new(ProblemKind.Unreadable, ProblemSeverity.Error, "practice.ndjson:18", null, "Not JSON."),
        new(ProblemKind.Value, ProblemSeverity.Information, "practice.ndjson", "Patient.birthDate", "A partial date."),
    ];

    [Fact]
    public void A_problem_becomes_an_issue_with_place_and_path()
    {
        var problem = new Problem(ProblemKind.Unit, ProblemSeverity.Warning, "practice.ndjson:17", "Observation.valueQuantity.code", "Expected mmol/mol or %.");
        Assert.Equal(
            """{"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"code-invalid","details":{"text":"Expected mmol/mol or %."},"diagnostics":"practice.ndjson:17","expression":["Observation.valueQuantity.code"]}]}""",
            HandMadePractice.Write(o => OperationOutcomeWriter.Write(o, [problem])));
    }

    [Theory]
    [InlineData(ProblemKind.Incomplete, "incomplete")]
    [InlineData(ProblemKind.Unreadable, "invalid")]
    [InlineData(ProblemKind.Structure, "structure")]
    [InlineData(ProblemKind.Required, "required")]
    [InlineData(ProblemKind.Value, "value")]
    [InlineData(ProblemKind.Unit, "code-invalid")]
    [InlineData(ProblemKind.Reference, "not-found")]
    [InlineData(ProblemKind.Duplicate, "duplicate")]
    public void Each_kind_has_its_issue_type(ProblemKind kind, string code)
    {
        var json = HandMadePractice.Write(o => OperationOutcomeWriter.Write(o, [new(kind, ProblemSeverity.Error, "x", null, "y")]));
        Assert.Equal(code, JsonNode.Parse(json)!["issue"]![0]!["code"]!.GetValue<string>());
        Assert.Equal("error", JsonNode.Parse(json)!["issue"]![0]!["severity"]!.GetValue<string>());
    }

    [Fact]
    public void Problems_keep_their_order_and_none_says_so()
    {
        var json = HandMadePractice.Write(o => OperationOutcomeWriter.Write(o, AllKinds));
        Assert.Equal(AllKinds.Select(p => p.Text), JsonNode.Parse(json)!["issue"]!.AsArray().Select(i => i!["details"]!["text"]!.GetValue<string>()));
        var none = JsonNode.Parse(HandMadePractice.Write(o => OperationOutcomeWriter.Write(o, [])))!;
        Assert.Equal("informational", Assert.Single(none["issue"]!.AsArray())!["code"]!.GetValue<string>());
    }
}
