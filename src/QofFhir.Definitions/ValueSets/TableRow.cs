namespace QofFhir.Definitions.ValueSets;

/// <summary>A row of a table and the line on which it begins, from 1.</summary>
internal sealed record TableRow(int Line, string[] Fields)
{
    /// <summary>The field without blanks around it; null when there is no such column or nothing in it.</summary>
    public string? this[int? column] =>
        column is { } place && Fields[place].Trim() is { Length: > 0 } text ? text : null;
}
