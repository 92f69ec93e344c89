namespace QofFhir.Publication.Practices;

/// <summary>The register of one group over all practices.</summary>
/// <param name="Group">The publication's code, such as <c>AF</c>, or a payment group's name.</param>
/// <param name="PaymentGroups">Names of the payment groups that it weights; none where that is not known.</param>
/// <param name="ListType">Whom the list counts: <c>TOTAL</c>, or an age such as <c>17OV</c>.</param>
/// <param name="Practices">How many were added up; null: not told.</param>
/// <param name="Day">Of the counts; null: not told.</param>
public sealed record NationalPrevalenceRow(
    string Group, IReadOnlyList<string> PaymentGroups, string ListType, long Register, long List, int? Practices, DateOnly? Day);
