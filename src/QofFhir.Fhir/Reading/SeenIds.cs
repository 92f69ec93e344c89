using System.Text;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading;

/// <summary>Remembers which resources were met, by 16 bytes each.</summary>
internal sealed class SeenIds
{
    private readonly HashSet<UInt128> _seen = [];
    private readonly HashSet<UInt128> _deleted = [];

    /// <summary>What stands for a resource's type and id.</summary>
    public static UInt128 Mark(string type, ReadOnlySpan<byte> id)
    {
        // A type is a capital and letters, at most 64 (Reference.IsTypeName).
        Span<byte> name = stackalloc byte[64];
        return TextMark.Of(name[..Encoding.ASCII.GetBytes(type, name)], id);
    }

    /// <summary>False when it was met before.</summary>
    public bool Add(UInt128 mark) => _seen.Add(mark);

    /// <summary>A history goes back in time: versions that come after a deletion are those before it. One that came earlier was made later, and stays.</summary>
    /// <param name="typeAndId">With a slash between.</param>
    public void Delete(string typeAndId)
    {
        var slash = typeAndId.IndexOf('/', StringComparison.Ordinal);
        _deleted.Add(Mark(typeAndId[..slash], Encoding.UTF8.GetBytes(typeAndId[(slash + 1)..])));
    }

    public bool IsDeleted(UInt128 mark) => _deleted.Count > 0 && _deleted.Contains(mark);
}
