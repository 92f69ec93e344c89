namespace QofFhir.Fhir.Reading.Reports;

/// <summary>Where an element stands. Spelled as FHIRPath only when a fault needs it.</summary>
internal sealed class Spot(Spot? parent, string name, int index = -1)
{
    /// <summary>A root without a name stands in no path.</summary>
    public override string ToString() => (parent?.Of(name) ?? name) + (index < 0 ? "" : $"[{index}]");

    public string Of(string element) => ToString() is { Length: > 0 } above ? $"{above}.{element}" : element;
}
