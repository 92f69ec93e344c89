using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Language;

internal sealed partial class LanguageParser
{
    private FieldSyntax Field()
    {
        var text = _text.Value;
        if (TakeWords("earliest"))
        {
            return new FieldSyntax.Select(Pick.Earliest, Filter(counts: false), text);
        }

        if (TakeWords("latest"))
        {
            return new FieldSyntax.Select(Pick.Latest, Filter(counts: false), text);
        }

        if (TakeWords("count"))
        {
            var counted = CountedWhat();
            if (!TakeWords("of"))
            {
                FailExpecting("`of`");
            }

            return new FieldSyntax.Count(counted, Filter(counts: true), text);
        }

        if (TakeWords("number", "of"))
        {
            return new FieldSyntax.HowMany(Listed(), text);
        }

        if (!TakeWords("date"))
        {
            FailExpecting("`earliest`, `latest`, `count`, `date` or `number of`");
        }

        return new FieldSyntax.Computed(Date(), text);
    }

    private Counted CountedWhat()
    {
        if (TakeWords("days"))
        {
            return Counted.Days;
        }

        if (TakeWords("codes"))
        {
            return Counted.Codes;
        }

        if (TakeWords("substances"))
        {
            return Counted.Substances;
        }

        if (!TakeWords("years", "in", "a", "row"))
        {
            FailExpecting("`days`, `codes`, `substances` or `years in a row`");
        }

        return Counted.YearsInARow;
    }
}
