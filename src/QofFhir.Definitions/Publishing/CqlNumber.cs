namespace QofFhir.Definitions.Publishing;

/// <summary>A number in CQL by its bounds: the two differ for a value that the record gives with a comparator.</summary>
/// <param name="Any">What is null exactly when the number is absent.</param>
internal readonly record struct CqlNumber(string Least, string Most, string Any)
{
    public static CqlNumber Exact(string number) => new(number, number, number);

    public static CqlNumber Measured(string value) => new(value + ".least", value + ".most", value + ".value");
}
