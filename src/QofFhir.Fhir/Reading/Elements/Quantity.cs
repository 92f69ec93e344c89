using System.Text.Json;
using QofFhir.Core.Records;

namespace QofFhir.Fhir.Reading.Elements;

/// <summary>A FHIR Quantity, or an integer read as one without a unit.</summary>
/// <param name="Number">Null when there is none that can be held; <paramref name="Written"/> then tells whether one is there.</param>
/// <param name="Written">The number as it stands in the JSON; null when there is none.</param>
/// <param name="IsUcum">The code is one of UCUM.</param>
internal readonly record struct Quantity(
    decimal? Number, string? Written, ValueBound Bound, string? Unit, string? Code, bool IsUcum, bool IsBroken = false)
{
    private static readonly Quantity Broken = new(null, null, ValueBound.Exact, null, null, false, IsBroken: true);

    public static Quantity Read(ReadOnlySpan<byte> json)
    {
        if (json is not [(byte)'{', ..])
        {
            return Broken;
        }

        var quantity = default(Quantity);
        var properties = new Properties(json);
        while (properties.Next())
        {
            if (properties.Is("value"u8))
            {
                quantity = quantity with { Number = Decimal(properties.Value), Written = System.Text.Encoding.UTF8.GetString(properties.Value) };
            }
            else if (properties.Is("unit"u8))
            {
                quantity = quantity with { Unit = JsonText.Of(properties.Value) };
            }
            else if (properties.Is("code"u8))
            {
                quantity = quantity with { Code = JsonText.Of(properties.Value) };
            }
            else if (properties.Is("system"u8))
            {
                quantity = quantity with { IsUcum = JsonText.Is(properties.Value, "http://unitsofmeasure.org"u8) };
            }
            else if (properties.Is("comparator"u8))
            {
                if (BoundOf(JsonText.Of(properties.Value)) is not { } bound)
                {
                    return Broken;
                }

                quantity = quantity with { Bound = bound };
            }
        }

        return quantity;
    }

    public static Quantity Integer(ReadOnlySpan<byte> json) =>
        new(Decimal(json), System.Text.Encoding.UTF8.GetString(json), ValueBound.Exact, null, null, false);

    /// <summary>The unit in UCUM where it is understood, as written where not, null where there is none.</summary>
    public string? KnownUnit()
    {
        // In UCUM the code decides and the text beside it is for people.
        var written = IsUcum && !string.IsNullOrEmpty(Code) ? Code
            : Units.Understood(Code) is not null ? Code
            : Units.Understood(Unit) is not null ? Unit
            : !string.IsNullOrEmpty(Code) ? Code
            : Unit;
        return Units.Read(written);
    }

    /// <summary>As it was recorded, with its bound, such as <c>7.5 %</c>.</summary>
    public string AsRecorded(string unit) => (Bound switch
    {
        ValueBound.Below => "<",
        ValueBound.AtMost => "<=",
        ValueBound.AtLeast => ">=",
        ValueBound.Above => ">",
        _ => "",
    }) + Written + " " + unit;

    /// <summary>Null for what is no number, for one outside the range of decimals, and for a negative or vanishing zero: none of them is a measurement.</summary>
    private static decimal? Decimal(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var number))
        {
            return null;
        }

        var exponent = json.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = exponent < 0 ? json : json[..exponent];
        return number == 0 && (json[0] == (byte)'-' || mantissa.ContainsAnyInRange((byte)'1', (byte)'9')) ? null : number;
    }

    private static ValueBound? BoundOf(string? comparator) => comparator switch
    {
        "<" => ValueBound.Below,
        "<=" => ValueBound.AtMost,
        ">=" => ValueBound.AtLeast,
        ">" => ValueBound.Above,
        _ => null,
    };
}
