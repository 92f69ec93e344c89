namespace QofFhir.Definitions.Language;

internal enum TokenKind
{
    /// <summary>Upper case: a field, condition, cluster or register.</summary>
    Name,

    /// <summary>Lower case or mixed: a word of the language, or a month.</summary>
    Word,
    Number,
    Date,

    /// <summary>A parameter of a block of rows, without its dollar sign.</summary>
    Parameter,
    Symbol,

    /// <summary>Nothing of the language; may still be part of a unit.</summary>
    Unknown,
    End,
}

/// <param name="Start">Index of the first character in the text.</param>
/// <param name="End">Index behind the last character.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End);
