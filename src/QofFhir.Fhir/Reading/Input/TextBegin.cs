namespace QofFhir.Fhir.Reading.Input;

/// <summary>The first bytes of a text: a byte order mark of UTF-8 is passed over, other encodings are told by theirs or by their zero bytes.</summary>
internal static class TextBegin
{
    /// <summary>False when the text is not UTF-8; the feed then stays where it is.</summary>
    public static bool Skip(JsonFeed feed)
    {
        while (feed.Window.Length < 4 && feed.More())
        {
        }

        var first = feed.Window;
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || first[..Math.Min(4, first.Length)].Contains((byte)0))
        {
            return false;
        }

        if (first.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            feed.Advance(3);
        }

        return true;
    }
}
