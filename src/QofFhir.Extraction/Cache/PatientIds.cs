using System.Text;
using QofFhir.Extraction.Files;

namespace QofFhir.Extraction.Cache;

/// <summary>Reads who the patients of some NDJSON are.</summary>
internal static class PatientIds
{
    public static async Task<HashSet<UInt128>> Of(Stream? lines, int longestLine, CancellationToken cancellation)
    {
        var ids = new HashSet<UInt128>();
        await Each(lines, longestLine, id => ids.Add(LineHead.IdentityOf(id)), cancellation);
        return ids;
    }

    /// <summary>The ids of those who are not among the known.</summary>
    public static async Task<List<string>> Beyond(IReadOnlySet<UInt128> known, Stream? lines, int longestLine, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await Each(
            lines, longestLine,
            id =>
            {
                if (!known.Contains(LineHead.IdentityOf(id)))
                {
                    ids.Add(Encoding.UTF8.GetString(id));
                }
            },
            cancellation);
        return ids;
    }

    private static async Task Each(Stream? lines, int longestLine, RecordsMerge.OnLine see, CancellationToken cancellation)
    {
        await using var read = lines ?? Stream.Null;
        await LineBlocks.Read(
            "Patient", read, longestLine,
            (block, _) => RecordsMerge.Each(block.Span, line =>
            {
                if (LineHead.Read(line).Id is { IsEmpty: false } id)
                {
                    see(id);
                }
            }),
            cancellation);
    }
}
