using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Compilation;

/// <summary>Notes a field whose bounds move with the period and on which an achieve row rests: its choice then changes from day to day.</summary>
internal static class MovingSelectors
{
    public static void Note(IndicatorRule.Fraction indicator, CompilationContext context)
    {
        var fields = new HashSet<int>();
        foreach (var line in indicator.Rows.Where(r => r.End == RowEnd.Achieve).SelectMany(r => r.Lines))
        {
            Gather(Uses.Fields(line.Condition), context, fields);
        }

        foreach (var field in fields.Where(f => Moves(context.Fields.All[f])))
        {
            context.Mistakes.Note(
                context.Fields.PlaceOf(field),
                $"an achieve row rests on {context.Fields.All[field].Name}, whose bound moves with the period: a window is better put in the condition");
        }
    }

    private static void Gather(IEnumerable<int> more, CompilationContext context, HashSet<int> fields)
    {
        foreach (var field in more.Where(fields.Add).ToList())
        {
            Gather(Uses.Fields(context.Fields.All[field]), context, fields);
        }
    }

    private static bool Moves(FieldRule field) => Uses.FilterOf(field)?.Bounds.Any(b => Moves(b.On)) ?? false;

    private static bool Moves(DateExpression date) => date switch
    {
        DateExpression.Named n => n.Name is NamedDate.PaymentPeriodStart or NamedDate.PaymentPeriodEnd,
        DateExpression.DayOfServiceYear => true,
        DateExpression.Plus p => Moves(p.Start),
        _ => Uses.Choices(date).Any(Moves),
    };
}
