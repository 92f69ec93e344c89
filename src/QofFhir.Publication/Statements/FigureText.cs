using System.Globalization;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Publication.Statements;

/// <summary>How a statement writes its figures down for people.</summary>
public static class FigureText
{
    /// <summary>Ratios and shares are shown to six places; they are used unrounded.</summary>
    public static string Of(PaymentLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Value is { } value ? Of(value, line.Unit) : "not known";
    }

    public static string Of(decimal value, PaymentUnit unit) => unit switch
    {
        PaymentUnit.Pounds => Pounds(value),
        PaymentUnit.Points => value.ToString("0.00", CultureInfo.InvariantCulture),
        PaymentUnit.Patients => value.ToString("#,0", CultureInfo.InvariantCulture),
        PaymentUnit.Percent => value.ToString("0.## ' %'", CultureInfo.InvariantCulture),
        _ => value.ToString("0.000000", CultureInfo.InvariantCulture),
    };

    /// <summary>Such as <c>£1,234.50</c>, and <c>-£1,234.50</c>.</summary>
    public static string Pounds(decimal pounds) => (pounds < 0 ? "-£" : "£") + Math.Abs(pounds).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>Points that can be earned, without hundredths where there are none.</summary>
    public static string Available(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>30 November 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Word(Certainty certainty) => certainty.ToString().ToLowerInvariant();
}
