namespace QofFhir.SampleGp.Edges;

/// <summary>How many patients a row decides.</summary>
/// <param name="Table">Indicator or register.</param>
/// <param name="Row">Such as <c>3 DMMAX</c>; or outside, after the last row.</param>
/// <param name="Unreachable">Why no patient can ever come there; null where that is not proven.</param>
public sealed record RowCoverage(string Table, string Row, int Patients, string? Unreachable)
{
    /// <summary>No patient was found, and nothing says that there can be none.</summary>
    public bool IsUnhit => Patients == 0 && Unreachable is null;
}
