using QofFhir.Core.Prompts;

namespace QofFhir.Core.Outlook;

/// <summary>One line of a shortest list: a patient, and what is to be done in one go.</summary>
/// <param name="Patient">The patient's place in the practice's records.</param>
/// <param name="Sitting">Null where the definitions name no care, and in a list of patients, where all that is open for the indicators is meant.</param>
/// <param name="Indicators">Ids of those for which the list counts on it.</param>
/// <param name="IfAsWanted">True when one of them was given its care in time with a result that was not as wanted: it counts only with another result.</param>
public sealed record ListedAction(int Patient, Sitting? Sitting, IReadOnlyList<string> Indicators, bool IfAsWanted);
