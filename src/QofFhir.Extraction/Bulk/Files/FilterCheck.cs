using QofFhir.Extraction.Files;

namespace QofFhir.Extraction.Bulk.Files;

/// <summary>Looks at the first resources of a type that was asked by code: a server that ignores the filter gives others too, and does not say so.</summary>
/// <param name="queries">All of one type.</param>
internal sealed class FilterCheck(IReadOnlyList<TypeQuery> queries)
{
    private const int Sample = 16;
    private readonly CodesAsked _codes = new(queries);
    private readonly Lock _one = new();
    private int _seen;
    private int _strange;

    /// <summary>Most of what was looked at holds none of the codes. Single ones may: the server's value set can be newer than ours.</summary>
    public bool Ignored => _seen > 0 && _strange * 2 > _seen;

    public bool Done => _seen >= Sample;

    public void Look(ReadOnlySpan<byte> line)
    {
        lock (_one)
        {
            if (!Done && LineHead.Ends(line))
            {
                _seen++;
                _strange += _codes.AnyIn(line) ? 0 : 1;
            }
        }
    }
}
