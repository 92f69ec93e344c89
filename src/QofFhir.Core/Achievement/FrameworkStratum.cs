using QofFhir.Core.Rules;

namespace QofFhir.Core.Achievement;

/// <summary>A stratum that a framework names, and whether the codes at hand can tell its groups apart.</summary>
public sealed record FrameworkStratum(StratumRule Rule, Evaluability Evaluability);
