namespace QofFhir.SampleGp.Edges;

/// <summary>How many patients a row decides.</summary>
/// <param name="Table">Indicator or register.</param>
/// <param name="Row">Such as <c>3 DMMAX</c>; or outside, after the last row.</param>
/// <param name="Unreachable">Why no patient can ever come there, whatever the codes; null where that is not proven.</param>
/// <param name="Lacks">Clusters without a single code that keep patients away; null where codes are not the reason.</param>
public sealed record RowCoverage(string Table, string Row, int Patients, string? Unreachable = null, string? Lacks = null)
{
    /// <summary>No patient was found, and nothing says that there can be none.</summary>
    public bool IsUnhit => Patients == 0 && Unreachable is null;
}
