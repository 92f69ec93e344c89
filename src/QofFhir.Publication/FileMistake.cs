namespace QofFhir.Publication;

/// <summary>What is wrong in a table, and where.</summary>
/// <param name="Line">Of the file, from 1: where the row begins.</param>
/// <param name="Column">Which cell of the row, from 1.</param>
/// <param name="Text">One sentence: what is there and what was expected.</param>
public sealed record FileMistake(string File, int Line, int Column, string Text)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Text}";
}
