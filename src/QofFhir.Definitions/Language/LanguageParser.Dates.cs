using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Language;

internal sealed partial class LanguageParser
{
    /// <summary>Keeps every sum inside the calendar.</summary>
    private const int LongestInYears = 200;

    private static readonly string[] Months =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    private OperandSyntax Operand() => IsDate() ? Date() : Number();

    private static bool IsOperandName(string name) =>
        Names.Dates.ContainsKey(name) || name == Names.Age || Names.HasFieldSuffix(name);

    private bool IsDate() => Current switch
    {
        { Kind: TokenKind.Date } => true,
        { Kind: TokenKind.Word, Text: "later" or "earlier" } => true,
        { Kind: TokenKind.Name, Text: var name } =>
            Names.Dates.ContainsKey(name) || (name.Length > 4 && name.EndsWith(Names.DateSuffix, StringComparison.Ordinal)),
        { Kind: TokenKind.Number } => IsMonth(_tokens[_next + 1]),
        _ => false,
    };

    private DateSyntax Date()
    {
        var date = DateWithoutAmount();
        var first = true;
        while (Is(TokenKind.Symbol, "+") || Is(TokenKind.Symbol, "-"))
        {
            if (!first)
            {
                _mistakes.Note(Here, "two amounts one after the other round twice: write one amount");
            }

            var back = Advance().Text == "-";
            date = new DateSyntax.Plus(date, Amount(back), date.Place);
            first = false;
        }

        return date;
    }

    private DateSyntax DateWithoutAmount()
    {
        var place = Here;
        if (IsWord("later") || IsWord("earlier"))
        {
            var later = Advance().Text == "later";
            if (!TakeWords("of"))
            {
                FailExpecting("`of`");
            }

            var dates = DatesInBrackets();
            return later ? new DateSyntax.LaterOf(dates, place) : new DateSyntax.EarlierOf(dates, place);
        }

        if (!IsDate())
        {
            FailExpecting("a date");
            return new DateSyntax.Named(NamedDate.Achievement, place);
        }

        var token = Advance();
        return token.Kind switch
        {
            TokenKind.Date => new DateSyntax.Literal(DayOf(token, place), place),
            TokenKind.Number => DayAndMonth(token, place),
            _ when Names.Dates.TryGetValue(token.Text, out var named) => new DateSyntax.Named(named, place),
            _ => new DateSyntax.OfField(token.Text[..^Names.DateSuffix.Length], place),
        };
    }

    private List<DateSyntax> DatesInBrackets()
    {
        Deeper();
        NeedSymbol("(");
        var dates = new List<DateSyntax> { Date() };
        while (TakeSymbol(","))
        {
            dates.Add(Date());
        }

        NeedSymbol(")");
        _depth--;
        return dates;
    }

    private DateOnly DayOf(Token token, Place place)
    {
        if (!DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Fail(place, $"{token.Text} is no day of the calendar");
        }

        return day;
    }

    private DateSyntax.DayOfServiceYear DayAndMonth(Token day, Place place)
    {
        var month = Array.IndexOf(Months, Advance().Text) + 1;
        // 2025 is a common year: 29 February is not in every service year.
        if (month > 0
            && (!int.TryParse(day.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < 1 || number > DateTime.DaysInMonth(2025, month)))
        {
            Fail(place, $"{day.Text} {Months[month - 1]} is not in every year");
            return new DateSyntax.DayOfServiceYear(1, 1, place);
        }

        return new DateSyntax.DayOfServiceYear(
            month > 0 ? int.Parse(day.Text, CultureInfo.InvariantCulture) : 1, Math.Max(1, month), place);
    }

    private static bool IsMonth(Token token) => token.Kind == TokenKind.Word && Array.IndexOf(Months, token.Text) >= 0;

    /// <summary>A whole number or a parameter, and a unit of time.</summary>
    private AmountSyntax Amount(bool back)
    {
        var place = Here;
        var parameter = Current.Kind == TokenKind.Parameter ? UsedParameter() : null;
        var count = parameter is null ? WholeNumber() : (int?)null;
        var unit = Unit();
        if (count > LongestIn(unit))
        {
            Fail(place, $"an amount is at most {LongestInYears} years");
        }

        return new AmountSyntax(count, parameter, back, unit, place);
    }

    public static int LongestIn(AmountUnit unit) => LongestInYears * unit switch
    {
        AmountUnit.Day => 365,
        AmountUnit.Week => 52,
        AmountUnit.Month => 12,
        _ => 1,
    };

    private int WholeNumber()
    {
        if (Current.Kind == TokenKind.Number
            && int.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Advance();
            return number;
        }

        FailExpecting("a whole number");
        return 0;
    }

    private AmountUnit Unit()
    {
        AmountUnit? unit = Current is { Kind: TokenKind.Word, Text: var word } ? word switch
        {
            "day" or "days" => AmountUnit.Day,
            "week" or "weeks" => AmountUnit.Week,
            "month" or "months" => AmountUnit.Month,
            "year" or "years" => AmountUnit.Year,
            _ => null,
        } : null;
        if (unit is null)
        {
            FailExpecting("days, weeks, months or years");
        }

        Advance();
        return unit ?? AmountUnit.Day;
    }
}
