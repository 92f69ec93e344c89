using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading;

/// <summary>Concepts by their text in the input: the same few thousand come again and again, and are read once.</summary>
internal sealed class ConceptCache(CodeIndex codes, ConceptTable concepts)
{
    /// <summary>Concepts whose text differs in every resource must not fill the memory.</summary>
    private const int Most = 1 << 16;

    private const int Longest = 1 << 12;

    private readonly Dictionary<byte[], Codings>.AlternateLookup<ReadOnlySpan<byte>> _known =
        new Dictionary<byte[], Codings>(ByteComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>As <see cref="Codings.Read"/>.</summary>
    public Codings? Read(ReadOnlySpan<byte> concept)
    {
        if (concept.IsEmpty)
        {
            return Codings.None;
        }

        if (!_known.TryGetValue(concept, out var codings))
        {
            codings = Codings.Read(concept);
            if (codings is not null && concept.Length <= Longest && _known.Dictionary.Count < Most)
            {
                _known[concept] = codings;
            }
        }

        return codings;
    }

    /// <summary>Whether any rule wants one of the codes.</summary>
    public bool Wants(Codings concept) => !ReferenceEquals(concept, Codings.None) && (concept.Wanted ??= concept.Keys.Any(codes.Wants));

    /// <summary>Whether one of the codes is of a blood pressure.</summary>
    public bool IsPressure(Codings concept) => concept.Pressure ??= concept.Keys.Any(codes.IsPressure);

    /// <summary>The concept's number in the records.</summary>
    public int NumberOf(Codings concept) => concept.Concept ??= concepts.Intern(concept.Keys);
}
