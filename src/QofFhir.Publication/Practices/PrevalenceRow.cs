namespace QofFhir.Publication.Practices;

/// <summary>A practice's register of one group of indicators.</summary>
/// <param name="Practice">ODS code in capitals.</param>
/// <param name="Group">Such as <c>AF</c>.</param>
/// <param name="ListType">Whom the list counts: <c>TOTAL</c>, or an age such as <c>17OV</c>.</param>
/// <param name="ListSize">Patients on the list that are of this age.</param>
public sealed record PrevalenceRow(string Practice, string Group, long Register, string ListType, long ListSize);
