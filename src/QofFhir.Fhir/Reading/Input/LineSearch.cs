namespace QofFhir.Fhir.Reading.Input;

/// <summary>Finds where the next value of an input begins, also after a broken one.</summary>
/// <remarks>In NDJSON a broken line costs only itself. Whether an input is NDJSON is told by its name, or by a whole value on one line with another line after it; before that only a line that begins with a brace is taken for a new value.</remarks>
internal sealed class LineSearch(JsonFeed feed, bool lines)
{
    /// <summary>Longer ones are read as they come.</summary>
    private const int LongestLine = 1 << 20;

    private bool _lines = lines;
    private int? _wholeLine;

    /// <summary>Moves the feed to the next byte that is no white space; false at the end.</summary>
    public bool SkipSpace()
    {
        do
        {
            var first = feed.Window.IndexOfAnyExcept(" \t\r\n"u8);
            if (first >= 0)
            {
                feed.Advance(first);
                _lines |= _wholeLine < feed.Line;
                return true;
            }

            feed.Advance(feed.Window.Length);
        }
        while (feed.More());
        return false;
    }

    /// <summary>The place in the window at which its first line ends; -1 when that is not at hand.</summary>
    public int End()
    {
        int end;
        while ((end = feed.Window.IndexOf((byte)'\n')) < 0 && _lines && feed.Window.Length < LongestLine && feed.More())
        {
        }

        return end;
    }

    /// <summary>Notes that a value which began on <paramref name="line"/> has ended at <paramref name="end"/> of the window.</summary>
    public void ValueEnded(int line, int end) =>
        _wholeLine = feed.Line == line && !feed.Window[..end].Contains((byte)'\n') ? line : null;

    /// <summary>Moves the feed behind the line on which the window begins.</summary>
    public void ToNextLine()
    {
        do
        {
            while (feed.Window.IndexOf((byte)'\n') is var newline and >= 0)
            {
                feed.Advance(newline);
                if (feed.Window.Length == 1 && !feed.More())
                {
                    break;
                }

                var found = _lines || feed.Window[1] == (byte)'{';
                feed.Advance(1);
                if (found)
                {
                    return;
                }
            }

            feed.Advance(feed.Window.Length);
        }
        while (feed.More());
    }

    /// <summary>Reads the rest of the input away; what is wrong with the input as a whole shows then.</summary>
    public void ToEnd()
    {
        do
        {
            feed.Advance(feed.Window.Length);
        }
        while (feed.More());
    }
}
