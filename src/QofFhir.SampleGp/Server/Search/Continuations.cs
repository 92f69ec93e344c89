using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace QofFhir.SampleGp.Server.Search;

/// <summary>The searches that may still be paged through. Their links say nothing to a client; the oldest run out.</summary>
internal sealed class Continuations
{
    private const int Kept = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, RunningSearch> _searches = [];
    private long _next;

    /// <summary>Keeps the search and gives its number.</summary>
    public long Keep(RunningSearch search)
    {
        lock (_lock)
        {
            _searches.Add(++_next, search);
            _searches.Remove(_next - Kept);
            return _next;
        }
    }

    public static string Token(long search, int from) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{search}.{from}")));

    /// <summary>The search and place that a token stands for, or null when it was never given or has run out.</summary>
    public (long Number, RunningSearch Search, int From)? Find(string token)
    {
        if (!Base64Url.IsValid(token)
            || Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)).Split('.') is not [var number, var from]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var search)
            || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return null;
        }

        lock (_lock)
        {
            return _searches.TryGetValue(search, out var found) && place < found.Total ? (search, found, place) : null;
        }
    }
}
