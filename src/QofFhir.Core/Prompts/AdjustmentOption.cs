using QofFhir.Core.Rules;

namespace QofFhir.Core.Prompts;

/// <summary>An adjustment that, recorded today with a code of the cluster, takes the patient out of these indicators by their own rules.</summary>
/// <param name="Cluster">Name of the cluster that holds the code.</param>
/// <param name="Code">As a <see cref="Records.CodeKey"/>.</param>
/// <param name="Indicators">Ids, in the order of the framework.</param>
public sealed record AdjustmentOption(AdjustmentReason Reason, string Cluster, string Code, IReadOnlyList<string> Indicators);
