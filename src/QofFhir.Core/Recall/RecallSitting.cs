using QofFhir.Core.Prompts;

namespace QofFhir.Core.Recall;

/// <summary>What one sitting settles for a patient.</summary>
/// <param name="Sitting">Null for care of which no sitting is known.</param>
/// <param name="Care">Each once, in the order in which care is told.</param>
/// <param name="Indicators">Ids of those that ask for it, in the order of the framework.</param>
public sealed record RecallSitting(Sitting? Sitting, IReadOnlyList<Care> Care, IReadOnlyList<string> Indicators);
