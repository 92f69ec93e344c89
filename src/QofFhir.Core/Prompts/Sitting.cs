namespace QofFhir.Core.Prompts;

/// <summary>Care that is given in one go, such as all that one blood test settles.</summary>
/// <param name="Id">Such as <c>blood-test</c>.</param>
/// <param name="Kind">What a system drafts for it.</param>
/// <param name="Staff">Who may give it.</param>
public sealed record Sitting(string Id, string Title, CareKind Kind, IReadOnlySet<StaffRole> Staff);
