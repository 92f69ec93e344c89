namespace QofFhir.Definitions.ValueSets;

/// <summary>A row of a table and its line, from 1. A field is cut out when it is asked for: most are not.</summary>
/// <param name="ends">Where each field ends in the text; the delimiter stands there.</param>
internal readonly struct TableRow(int line, string text, int[] ends)
{
    public int Line => line;

    /// <summary>The field without blanks around it; null when there is no such column, or nothing in it, or the row ends before it.</summary>
    public string? this[int? column]
    {
        get
        {
            if (column is not { } place || place >= ends.Length)
            {
                return null;
            }

            var start = place == 0 ? 0 : ends[place - 1] + 1;
            var field = text.AsSpan(start, ends[place] - start).Trim();
            return field.IsEmpty ? null : field.ToString();
        }
    }
}
