namespace QofFhir.SampleGp.Edges;

/// <summary>What the patients of a search reach, and what not.</summary>
/// <param name="Edges">Small breaks of the rules that were tried on the patients.</param>
/// <param name="OpenEdges">Breaks that change nothing for any patient found: the same rule in other words, or an edge that was missed.</param>
/// <param name="NotEvaluable">Indicators that have rules but not the codes, with the reason.</param>
public sealed record EdgeCoverage(
    IReadOnlyList<RowCoverage> Rows, int Edges, IReadOnlyList<(string Table, string What)> OpenEdges,
    IReadOnlyList<(string Indicator, string Reason)> NotEvaluable)
{
    public IEnumerable<RowCoverage> Unhit => Rows.Where(r => r.IsUnhit);

    /// <summary>Every row of every indicator asked for decides for some patient, or provably for none.</summary>
    public bool IsWhole => NotEvaluable.Count == 0 && !Unhit.Any();
}
