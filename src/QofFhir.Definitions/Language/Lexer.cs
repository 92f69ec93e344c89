namespace QofFhir.Definitions.Language;

/// <summary>Cuts a text of the rule language into tokens. It refuses nothing: the parser says what is wrong where it meets it.</summary>
internal static class Lexer
{
    private static readonly string[] Symbols = ["<=", ">=", "!=", "==", "<>", "<", ">", "=", "(", ")", ",", ";", "+", "-"];

    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var token = Next(text, at);
            tokens.Add(token);
            at = token.End;
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length, text.Length));
        return tokens;
    }

    private static Token Next(string text, int at)
    {
        if (IsDate(text, at))
        {
            return Made(TokenKind.Date, text, at, at + 10);
        }

        if (IsPartOfName(text[at]))
        {
            return NameOrNumber(text, at);
        }

        if (text[at] == '$' && at + 1 < text.Length && IsPartOfName(text[at + 1]))
        {
            var end = EndOfName(text, at + 1);
            return new Token(TokenKind.Parameter, text[(at + 1)..end], at, end);
        }

        var symbol = Array.Find(Symbols, s => string.CompareOrdinal(text, at, s, 0, s.Length) == 0);
        return symbol is null
            ? Made(TokenKind.Unknown, text, at, at + 1)
            : Made(symbol is "!=" or "==" or "<>" ? TokenKind.Unknown : TokenKind.Symbol, text, at, at + symbol.Length);
    }

    private static Token NameOrNumber(string text, int at)
    {
        var end = EndOfName(text, at);
        var run = text[at..end];
        if (run.All(char.IsAsciiDigit))
        {
            if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            {
                end = EndOfName(text, end + 1);
            }

            var isNumber = text[at..end].All(c => char.IsAsciiDigit(c) || c == '.');
            return Made(isNumber ? TokenKind.Number : TokenKind.Unknown, text, at, end);
        }

        // Clusters such as 4IN1VAC_COD begin with a digit.
        var kind = run.Any(char.IsAsciiLetterLower)
            ? char.IsAsciiDigit(run[0]) ? TokenKind.Unknown : TokenKind.Word
            : TokenKind.Name;
        return Made(kind, text, at, end);
    }

    private static bool IsDate(string text, int at) =>
        at + 10 <= text.Length
        && text.AsSpan(at, 10) is var d
        && d[4] == '-' && d[7] == '-'
        && !d[..4].ContainsAnyExceptInRange('0', '9')
        && !d[5..7].ContainsAnyExceptInRange('0', '9')
        && !d[8..].ContainsAnyExceptInRange('0', '9')
        && (at + 10 == text.Length || !IsPartOfName(text[at + 10]));

    private static int EndOfName(string text, int at)
    {
        while (at < text.Length && IsPartOfName(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsPartOfName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static Token Made(TokenKind kind, string text, int start, int end) => new(kind, text[start..end], start, end);
}
