using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Language;

internal sealed partial class LanguageParser
{
    private bool IsNumber() => Current switch
    {
        { Kind: TokenKind.Number } => !IsMonth(_tokens[_next + 1]),
        { Kind: TokenKind.Parameter } => true,
        { Kind: TokenKind.Word, Text: "age" or "number" } => true,
        { Kind: TokenKind.Symbol, Text: "-" } => true,
        { Kind: TokenKind.Name, Text: var name } =>
            name == Names.Age || (name.Length > 4 && Names.Parts.ContainsKey(name[^4..])),
        _ => false,
    };

    private NumberSyntax Number()
    {
        var place = Here;
        if (TakeWords("age", "at"))
        {
            return new NumberSyntax.AgeAt(Date(), place);
        }

        if (TakeWords("number", "of"))
        {
            return new NumberSyntax.HowMany(Listed(), place);
        }

        if (Current.Kind == TokenKind.Parameter)
        {
            return new NumberSyntax.Parameter(UsedParameter(), place);
        }

        if (Current.Kind == TokenKind.Name && IsNumber())
        {
            var name = Advance().Text;
            return name == Names.Age
                ? new NumberSyntax.AgeAt(new DateSyntax.Named(NamedDate.Achievement, place), place)
                : new NumberSyntax.OfField(name[..^4], Names.Parts[name[^4..]], place);
        }

        return new NumberSyntax.Literal(Decimal(), place);
    }

    private decimal Decimal()
    {
        var sign = TakeSymbol("-") ? -1 : 1;
        if (Current.Kind == TokenKind.Number
            && decimal.TryParse(Current.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            Advance();
            return sign * number;
        }

        FailExpecting("a number");
        return 0;
    }

    private string UsedParameter()
    {
        var place = Here;
        var name = Advance().Text;
        if (_parameters is null)
        {
            Fail(place, $"`${name}`: only blocks under `rows` have parameters");
        }
        else if (!_parameters.Use(name))
        {
            Fail(place, $"`${name}` is not among the block's parameters: {string.Join(", ", _parameters.Declared)}");
        }

        return name;
    }
}
