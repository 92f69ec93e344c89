namespace QofFhir.SampleGp.Server.Search;

internal sealed record SearchParameter(string Name, ParameterKind Kind);
