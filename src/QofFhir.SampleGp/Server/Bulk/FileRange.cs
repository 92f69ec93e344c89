using Microsoft.AspNetCore.Http;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>A part of a file: both bytes are inside.</summary>
internal sealed record FileRange(long From, long To)
{
    public long Count => To - From + 1;

    public bool IsOutside => From > To;

    /// <summary>The one range that the request wants, or null where the whole is to be given: no range, more than one, or of a file that changed.</summary>
    public static FileRange? Asked(HttpRequest request, long? length, string tag)
    {
        var headers = request.GetTypedHeaders();
        if (length is not { } whole || headers.Range is not { Ranges: { Count: 1 } ranges } range || range.Unit != "bytes" || ranges.Single().From is not { } from)
        {
            return null;
        }

        return headers.IfRange is { } unless && unless.EntityTag?.Tag != $"\"{tag}\""
            ? null
            : new FileRange(from, Math.Min(ranges.Single().To ?? long.MaxValue, whole - 1));
    }
}
