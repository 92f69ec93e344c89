namespace QofFhir.Core.Prompts;

/// <summary>One piece of care that the rules ask for, such as an HbA1c or a statin: records of its clusters settle it.</summary>
/// <param name="Id">Unique among all care, such as <c>hba1c</c>.</param>
/// <param name="Title">As a clinician says it.</param>
/// <param name="Sitting">What it is done together with.</param>
/// <param name="Clusters">Names of the clusters whose records settle it.</param>
public sealed record Care(string Id, string Title, Sitting Sitting, IReadOnlyList<string> Clusters);
