using System.Globalization;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Spec;

/// <summary>One entry of the events column: <c>CLUSTER [value[/value]] date</c>, the cluster without its <c>_COD</c>; a value may carry <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;=</c> or <c>&gt;</c>, a pressure may leave out a half with <c>-</c>.</summary>
internal sealed record SpecEvent(string Cluster, DateOnly On, Measured? Value = null, Measured? Systolic = null, Measured? Diastolic = null)
{
    public static SpecEvent Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var recorded = new SpecEvent(words[0], SpecTable.Day(words[^1]));
        if (words.Length == 2)
        {
            return recorded;
        }

        var values = words[1].Split('/');
        return values.Length == 1
            ? recorded with { Value = Number(values[0]) }
            : recorded with { Systolic = Number(values[0]), Diastolic = Number(values[1]) };
    }

    public SpecEvent Shifted(int years) => this with { On = On.AddYears(years) };

    public override string ToString()
    {
        var value = Systolic is null && Diastolic is null ? Value?.ToString() ?? "" : $"{Text(Systolic)}/{Text(Diastolic)}";
        return $"{Cluster} {value} {On:yyyy-MM-dd}".Replace("  ", " ", StringComparison.Ordinal);

        static string Text(Measured? half) => half?.ToString() ?? "-";
    }

    private static Measured? Number(string text)
    {
        if (text == "-")
        {
            return null;
        }

        var bound = text switch
        {
            ['<', '=', ..] => ValueBound.AtMost,
            ['>', '=', ..] => ValueBound.AtLeast,
            ['<', ..] => ValueBound.Below,
            ['>', ..] => ValueBound.Above,
            _ => ValueBound.Exact,
        };
        return new Measured(decimal.Parse(text.TrimStart('<', '>', '='), CultureInfo.InvariantCulture), bound);
    }
}
