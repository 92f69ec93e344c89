namespace QofFhir.Definitions.Improvement;

/// <summary>What a module from elsewhere may ask of whoever loads it.</summary>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Rules">Fields, conditions, and lines of rows, as they are written.</param>
/// <param name="Cost">Steps that deciding one patient may take: fields, and conditions as often as they are named.</param>
public sealed record LocalModuleLimits(int Bytes = 256 * 1024, int Rules = 1_000, int Cost = 20_000)
{
    /// <summary>How many mistakes are told of one file.</summary>
    public int Mistakes { get; init; } = 50;
}
