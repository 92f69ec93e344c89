namespace QofFhir.Tests.Spec;

/// <summary>A cell: what a patient should come to.</summary>
/// <param name="Column">An indicator, or an indicator followed by <c>due</c>.</param>
internal sealed record SpecExpectation(string Patient, string Column, string Expected)
{
    public bool IsClinical => Column.EndsWith(" due", StringComparison.Ordinal);

    public string Indicator => Column.Split(' ')[0];

    public SpecExpectation Shifted(int years)
    {
        var words = Expected.Split(' ');
        return words[0] is "until" or "leaves" ? this with { Expected = $"{words[0]} {SpecTable.Day(words[1]).AddYears(years):yyyy-MM-dd}" } : this;
    }
}
