using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Publishing;

internal sealed partial class CqlScript
{
    /// <summary>A date, null where it is absent.</summary>
    private string On(DateExpression date) => date switch
    {
        DateExpression.OfField d => FieldDate(d.Field),
        DateExpression.Named d => Quoted(NameOf(d.Name)),
        DateExpression.Literal d => "@" + d.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateExpression.Plus d => Sum(d),
        DateExpression.DayOfServiceYear d => Invariant($"Records.DayFrom(\"PPSD\", {d.Month}, {d.Day})"),
        DateExpression.LaterOf d => $"Max({{ {string.Join(", ", d.Dates.Select(On))} }})",
        DateExpression.EarlierOf d => $"Min({{ {string.Join(", ", d.Dates.Select(On))} }})",
        _ => throw new InvalidOperationException($"unknown date {date.GetType().Name}"),
    };

    private string Sum(DateExpression.Plus sum)
    {
        var (count, unit) = (sum.Amount.Count, sum.Amount.Unit);
        var sign = count < 0 ? '-' : '+';
        var amount = new Amount(Math.Abs(count), unit);
        return $"{On(sum.Start)} {sign} {amount}";
    }

    private static string NameOf(NamedDate name) => name switch
    {
        NamedDate.PaymentPeriodStart => "PPSD",
        NamedDate.PaymentPeriodEnd => "PPED",
        NamedDate.Achievement => "ACHV_DAT",
        NamedDate.Birth => "BIRTH_DAT",
        _ => "REG_DAT",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
