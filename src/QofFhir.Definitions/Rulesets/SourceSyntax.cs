using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Rulesets;

/// <summary>What a part of a ruleset says of its source; what it leaves out it has from the part around it.</summary>
internal sealed record SourceSyntax(string? Document, Certainty? Evidence)
{
    public RuleSource Over(RuleSource outer) => new(Document ?? outer.Document, Evidence ?? outer.Certainty);

    public SourceSyntax Over(SourceSyntax? outer) => new(Document ?? outer?.Document, Evidence ?? outer?.Evidence);
}
