namespace QofFhir.Definitions;

/// <summary>A place in a file; line and column count from 1.</summary>
internal readonly record struct Place(string File, int Line, int Column) : IComparable<Place>
{
    public int CompareTo(Place other)
    {
        var order = string.CompareOrdinal(File, other.File);
        order = order != 0 ? order : Line.CompareTo(other.Line);
        return order != 0 ? order : Column.CompareTo(other.Column);
    }
}
