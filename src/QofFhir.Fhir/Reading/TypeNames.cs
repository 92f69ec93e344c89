using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading;

/// <summary>Names of resource types, a string each however many resources there are.</summary>
internal sealed class TypeNames
{
    /// <summary>FHIR R4 has 148.</summary>
    private const int Most = 256;

    private readonly Dictionary<byte[], string>.AlternateLookup<ReadOnlySpan<byte>> _known =
        new Dictionary<byte[], string>(ByteComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Null when it is no string, or none that may be a type's name.</summary>
    public string? Of(ReadOnlySpan<byte> json)
    {
        if (_known.TryGetValue(json, out var name))
        {
            return name;
        }

        name = JsonText.Of(json);
        if (!Reference.IsTypeName(name))
        {
            return null;
        }

        if (_known.Dictionary.Count < Most)
        {
            _known[json] = name!;
        }

        return name;
    }
}
