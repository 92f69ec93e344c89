using QofFhir.Extraction.Bulk.Files;
using QofFhir.Extraction.Files;

namespace QofFhir.Extraction.Cache;

/// <summary>
/// Writes records anew from several sources. The newest stands first, and what stands in it stands for what the later ones say of it.
/// The same rules hold for a first extraction and for changes to it: a resource is kept when it is about nobody or about a patient on the list,
/// and when it holds a code that was asked, where its type is asked by code alone.
/// </summary>
internal sealed class RecordsMerge(CacheWriter target, IReadOnlyList<TypeQuery> queries, int longestLine)
{
    private readonly SortedDictionary<string, int> _strangers = new(StringComparer.Ordinal);

    /// <summary>By type, resources about patients who are not on the list.</summary>
    public IReadOnlyDictionary<string, int> Strangers => _strangers;

    public async Task Write(IReadOnlyList<LineSource> newestFirst, CancellationToken cancellation)
    {
        foreach (var type in queries.Select(q => q.ResourceType).Distinct().Order(StringComparer.Ordinal))
        {
            target.Begin(type);
            var (codes, seen) = (Codes(type), new HashSet<UInt128>());
            foreach (var source in newestFirst)
            {
                seen.UnionWith(source.Gone.GetValueOrDefault(type, []));
                await using var lines = source.Open(type);
                var last = source == newestFirst[^1];
                await LineBlocks.Read(
                    type, lines ?? Stream.Null, longestLine,
                    (block, _) => Each(block.Span, line => Take(type, line, source, source.Kept ? null : codes, seen, last)), cancellation);
            }

            target.End();
        }
    }

    private void Take(string type, ReadOnlySpan<byte> line, LineSource source, CodesAsked? codes, HashSet<UInt128> seen, bool last)
    {
        var head = LineHead.Read(line);
        var identity = head.Identity(line);
        // Nothing comes after the last source, and in it each id stands once.
        var first = last ? !seen.Contains(identity) : seen.Add(identity);
        if (first && Wanted(type, line, head, source, codes))
        {
            target.Add(line);
        }
    }

    private bool Wanted(string type, ReadOnlySpan<byte> line, LineHead head, LineSource source, CodesAsked? codes)
    {
        // What is broken stays: its reader says what is wrong with it.
        if ((source.Patients is null && codes is null) || !LineHead.Ends(line))
        {
            return true;
        }

        if (source.Patients is { } patients)
        {
            var patient = type == "Patient" ? head.Id : LineSubject.Of(line);
            if (!patient.IsEmpty && !patients.Contains(LineHead.IdentityOf(patient)))
            {
                _strangers[type] = _strangers.GetValueOrDefault(type) + 1;
                return false;
            }
        }

        return codes is null || codes.AnyIn(line);
    }

    /// <returns>Null for a type that some query wants whole, or that is linked with another: its codes do not tell.</returns>
    private CodesAsked? Codes(string type)
    {
        TypeQuery[] own = [.. queries.Where(q => q.ResourceType == type)];
        return own.Any(q => q.Whole || q.RefersTo is not null) || queries.Any(q => q.RefersTo?.TargetType == type) ? null : new CodesAsked(own);
    }

    public delegate void OnLine(ReadOnlySpan<byte> line);

    public static void Each(ReadOnlySpan<byte> block, OnLine see)
    {
        while (!block.IsEmpty)
        {
            var end = block.IndexOf((byte)'\n');
            if (end > 0)
            {
                see(block[..end]);
            }

            block = block[(end + 1)..];
        }
    }
}
