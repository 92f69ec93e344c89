namespace QofFhir.Fhir.Reading.Reports;

/// <summary>Where an element stands. Spelled as FHIRPath only when a fault needs it.</summary>
internal sealed class Spot(Spot? parent, string name, int index = -1)
{
    public override string ToString() => (parent is null ? "" : parent + ".") + name + (index < 0 ? "" : $"[{index}]");

    public string Of(string element) => $"{this}.{element}";
}
