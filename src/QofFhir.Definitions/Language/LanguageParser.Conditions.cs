using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Language;

internal sealed partial class LanguageParser
{
    private ConditionSyntax Condition()
    {
        var place = Here;
        Deeper();
        var conditions = new List<ConditionSyntax> { Single() };
        var word = IsWord("or") ? "or" : "and";
        while (TakeWords(word))
        {
            conditions.Add(Single());
        }

        if (IsWord(word == "or" ? "and" : "or"))
        {
            Fail(Here, "`and` and `or` are mixed: put one of them in brackets");
        }

        _depth--;
        return conditions.Count == 1 ? conditions[0]
            : word == "or" ? new ConditionSyntax.Any(conditions, place)
            : new ConditionSyntax.All(conditions, place);
    }

    private ConditionSyntax Single()
    {
        var place = Here;
        if (Is(TokenKind.Symbol, "("))
        {
            return Bracketed();
        }

        if (TakeWords("not"))
        {
            return new ConditionSyntax.Not(Bracketed(), place);
        }

        if (TakeWords("in"))
        {
            return new ConditionSyntax.InRegister(Name("a register"), place);
        }

        if (Is(TokenKind.Name, Names.Sex))
        {
            return SexIs(place);
        }

        return IsNamedCondition() ? new ConditionSyntax.Named(Advance().Text, place) : Compared(place);
    }

    private ConditionSyntax Bracketed()
    {
        NeedSymbol("(");
        var inner = Condition();
        NeedSymbol(")");
        return inner;
    }

    /// <summary>Several conditions of which one counts how many hold.</summary>
    private List<ConditionSyntax> Listed()
    {
        NeedSymbol("(");
        var conditions = new List<ConditionSyntax> { Condition() };
        while (TakeSymbol(";"))
        {
            conditions.Add(Condition());
        }

        NeedSymbol(")");
        return conditions;
    }

    private bool IsNamedCondition()
    {
        if (Current.Kind != TokenKind.Name || IsOperandName(Current.Text))
        {
            return false;
        }

        var behind = _tokens[_next + 1];
        if (behind is { Kind: TokenKind.Symbol, Text: "<" or "<=" or "=" or ">=" or ">" or "+" or "-" }
            or { Kind: TokenKind.Word, Text: "is" })
        {
            Fail(Here, $"{Current.Text} cannot be compared: a field gives {Current.Text}_DAT, _VAL, _SYS, _DIA or _NUM");
        }

        return true;
    }

    private ConditionSyntax Compared(Place place)
    {
        if (!IsDate() && !IsNumber())
        {
            FailExpecting("a condition");
            return new ConditionSyntax.Named("", place);
        }

        var left = Operand();
        if (TakeWords("is"))
        {
            return Presence(left, place);
        }

        if (ComparisonHere() is not { } comparison)
        {
            FailExpecting(left is DateSyntax.OfField or NumberSyntax.OfField
                ? "a comparison, `is present` or `is absent`"
                : "a comparison");
            return new ConditionSyntax.Named("", place);
        }

        Advance();
        if (left is DateSyntax leftDate)
        {
            if (IsNumber())
            {
                Fail(Here, "a date cannot be compared with a number");
            }

            return new ConditionSyntax.Dates(leftDate, comparison, Date(), place);
        }

        if (IsDate())
        {
            Fail(Here, "a number cannot be compared with a date");
        }

        return new ConditionSyntax.Numbers((NumberSyntax)left, comparison, Number(), place);
    }

    private ConditionSyntax.Presence Presence(OperandSyntax of, Place place)
    {
        if (of is NumberSyntax.OfField { Part: FieldPart.Number })
        {
            Fail(place, "a count is never absent: compare it with 0");
        }
        else if (of is not (DateSyntax.OfField or DateSyntax.Named or NumberSyntax.OfField))
        {
            Fail(place, "only a field's date, value or pressure is present or absent");
        }

        var present = TakeWords("present");
        if (!present && !TakeWords("absent"))
        {
            FailExpecting("`present` or `absent`");
        }

        return new ConditionSyntax.Presence(of, present, place);
    }

    private ConditionSyntax.SexIs SexIs(Place place)
    {
        Advance();
        NeedSymbol("=");
        var female = TakeWords("female");
        if (!female && !TakeWords("male"))
        {
            FailExpecting("`female` or `male`");
        }

        return new ConditionSyntax.SexIs(female ? Sex.Female : Sex.Male, place);
    }

    private Comparison? ComparisonHere() => Current.Kind != TokenKind.Symbol ? null : Current.Text switch
    {
        "<" => Comparison.Less,
        "<=" => Comparison.AtMost,
        "=" => Comparison.Equal,
        ">=" => Comparison.AtLeast,
        ">" => Comparison.Greater,
        _ => null,
    };

    private NameRef Name(string what)
    {
        var place = Here;
        if (Current.Kind == TokenKind.Name)
        {
            return new NameRef(Advance().Text, place);
        }

        FailExpecting(what);
        return new NameRef("", place);
    }
}
