namespace QofFhir.Core.Outlook;

/// <summary>The smallest number for which something holds that, once it holds, holds for all larger ones.</summary>
internal static class Fewest
{
    /// <returns>Null when it holds for none up to <paramref name="most"/>, inside.</returns>
    public static int? Of(int most, Func<int, bool> holds)
    {
        if (most < 0 || !holds(most))
        {
            return null;
        }

        var (from, to) = (0, most);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = holds(middle) ? (from, middle) : (middle + 1, to);
        }

        return to;
    }
}
