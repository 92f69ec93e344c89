using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Language;

/// <summary>Reads one text of the rule language by recursive descent, a file for each family of the grammar.</summary>
/// <remarks>The first mistake of a text is reported; the parser then stands on the end, so nothing that follows from it is.</remarks>
internal sealed partial class LanguageParser
{
    private const int DeepestNesting = 40;

    private readonly YamlNode.Text _text;
    private readonly MistakeList _mistakes;
    private readonly Parameters? _parameters;
    private readonly List<Token> _tokens;
    private int _next;
    private int _depth;
    private bool _failed;

    private LanguageParser(YamlNode.Text text, MistakeList mistakes, Parameters? parameters)
    {
        _text = text;
        _mistakes = mistakes;
        _parameters = parameters;
        _tokens = Lexer.Cut(text.Value);
    }

    /// <returns>Null when the text has a mistake.</returns>
    public static FieldSyntax? Field(YamlNode.Text text, MistakeList mistakes) =>
        Whole(text, mistakes, null, p => p.Field(), "the end");

    /// <param name="parameters">Those of the block of rows that the text stands in; null outside a block.</param>
    /// <returns>Null when the text has a mistake.</returns>
    public static ConditionSyntax? Condition(YamlNode.Text text, MistakeList mistakes, Parameters? parameters = null) =>
        Whole(text, mistakes, parameters, p => p.Condition(), "`and`, `or` or the end");

    private static T? Whole<T>(
        YamlNode.Text text, MistakeList mistakes, Parameters? parameters, Func<LanguageParser, T> read, string follows)
        where T : class
    {
        if (!text.OnOneLine)
        {
            mistakes.Add(text.Place, "this stays on one line: make a longer one a list, or name a part under `conditions`");
            return null;
        }

        var parser = new LanguageParser(text, mistakes, parameters);
        var syntax = read(parser);
        if (parser.Current.Kind != TokenKind.End)
        {
            parser.FailExpecting(follows);
        }

        return parser._failed ? null : syntax;
    }

    private Token Current => _tokens[_next];

    private Place Here => _text.At(Current.Start);

    private Token Advance() => Current.Kind == TokenKind.End ? Current : _tokens[_next++];

    private bool Is(TokenKind kind, string text) => Current.Kind == kind && Current.Text == text;

    private bool IsWord(string word) => Is(TokenKind.Word, word);

    /// <summary>Takes all of these words or none.</summary>
    private bool TakeWords(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            // The end is the last token and no word, so the index stays inside.
            var token = _tokens[_next + i];
            if (token.Kind != TokenKind.Word || token.Text != words[i])
            {
                return false;
            }
        }

        _next += words.Length;
        return true;
    }

    private bool TakeSymbol(string symbol)
    {
        if (!Is(TokenKind.Symbol, symbol))
        {
            return false;
        }

        _next++;
        return true;
    }

    private void NeedSymbol(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            FailExpecting($"`{symbol}`");
        }
    }

    /// <summary>Brackets end somewhere: a file must not be able to overflow the stack.</summary>
    private void Deeper()
    {
        if (++_depth > DeepestNesting)
        {
            Fail(Here, $"brackets nested deeper than {DeepestNesting} levels");
        }
    }

    private void FailExpecting(string expected) => Fail(Here, Current switch
    {
        { Kind: TokenKind.End } => $"expected {expected} here, but the text ends",
        { Text: "!=" or "<>" } => "there is no `!=`: an absent side would make it true; say what must hold, or use `not ( ... )`",
        { Text: "==" } => "write `=`",
        { Kind: TokenKind.Parameter } => $"expected {expected} here, not `${Current.Text}`",
        _ => $"expected {expected} here, not `{Current.Text}`",
    });

    private void Fail(Place place, string text)
    {
        if (!_failed)
        {
            _mistakes.Add(place, text);
        }

        _failed = true;
        _next = _tokens.Count - 1;
    }
}
