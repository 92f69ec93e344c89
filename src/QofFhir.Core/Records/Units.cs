namespace QofFhir.Core.Records;

/// <summary>Brings a number to the unit that the rules compare in; what it does not know it does not convert.</summary>
public static class Units
{
    /// <summary>UCUM's millimetre of mercury, in which every blood pressure is compared.</summary>
    public const string Pressure = "mm[Hg]";

    private const string MmolPerMol = "mmol/mol";

    /// <summary>UCUM codes, each with the spellings that people and systems use for it, without spaces and in small letters.</summary>
    private static readonly (string Unit, string[] Written)[] Known =
    [
        (Pressure, ["mmhg", "mm[hg]", "[mmhg]", "mm/hg", "mmofmercury", "millimeterofmercury", "millimetersofmercury", "millimetreofmercury", "millimetresofmercury"]),
        (MmolPerMol, ["mmol/mol", "mmolpermol", "millimolepermole", "millimolespermole", "mmol/molhb", "mmol/molhba1c"]),
        ("%", ["%", "percent", "%hb", "%hba1c", "%oftotal", "%oftotalhb", "%totalhb"]),
        ("mmol/L", ["mmol/l", "mmol/litre"]),
        ("kg/m2", ["kg/m2", "kg/m^2", "kg/m²"]),
        ("g/L", ["g/l", "g/litre", "gram/litre", "grams/litre"]),
        ("mg/mmol", ["mg/mmol", "mg/mmolcreat", "mg/mmolcreatinine"]),
        ("mg/(24.h)", ["mg/(24.h)", "mg/24h", "mg/24hr", "mg/24hrs", "mg/24hour", "mg/24hours", "mg/d", "mg/day"]),
        ("m[IU]/L", ["m[iu]/l", "miu/l", "mu/l", "munit/l", "munits/l", "u[iu]/ml"]),      // a thousandth of a litre holds a thousandth
        ("mL/min/{1.73_m2}", ["ml/min/{1.73_m2}", "ml/min/{1.73m2}", "ml/min/1.73m2", "ml/min/1.73m^2", "ml/min/1.73m²", "ml/min/1.73sqm"]),
        ("{score}", ["score"]),
        ("{ratio}", ["ratio"]),
    ];

    private static readonly Dictionary<string, string> Spellings =
        Known.SelectMany(u => u.Written, (u, written) => (written, u.Unit)).ToDictionary(s => s.written, s => s.Unit, StringComparer.Ordinal);

    private static readonly Dictionary<(string From, string To), Func<decimal, decimal?>> Conversions = new()
    {
        [("%", MmolPerMol)] = IfccFromNgsp,
    };

    /// <summary>The UCUM code of a unit in any of its known spellings, such as <c>mmol/mol</c> for <c>mmol per mol</c>; null for any other.</summary>
    public static string? Understood(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        var plain = WithoutAnnotation(written).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return Spellings.GetValueOrDefault(plain);
    }

    /// <summary>In UCUM where it is understood, else as written without an annotation behind it; null where there is none.</summary>
    public static string? Read(string? written) =>
        string.IsNullOrWhiteSpace(written) ? null : Understood(written) ?? WithoutAnnotation(written);

    /// <summary>True for units of plain numbers: counts and scores.</summary>
    public static bool IsUnity(string unit) => unit is "" or "1" || (unit[0] == '{' && unit[^1] == '}');

    /// <summary>The number in the target unit, or null when the units do not meet; false in <paramref name="possible"/> when they do but the number cannot be.</summary>
    /// <param name="from">As <see cref="Read"/> gives it; null where there is no unit, which is right for plain numbers alone.</param>
    /// <param name="target">The unit that the rules compare in; empty for a plain number.</param>
    public static decimal? Convert(decimal number, string? from, string target, out bool possible)
    {
        // Nothing that is measured in these units can be below nothing.
        possible = number >= 0 || target is not (Pressure or MmolPerMol);
        if (!possible)
        {
            return null;
        }

        if (from == target || (IsUnity(target) && (from is null || IsUnity(from))))
        {
            return number;
        }

        if (from is null || !Conversions.TryGetValue((from, target), out var conversion))
        {
            return null;
        }

        var converted = conversion(number);
        possible = converted is not null;
        return converted;
    }

    /// <summary>HbA1c: IFCC = (NGSP - 2.152) x 10.929, rounded half up to a whole number. A share outside 0 to 100, or one that would give no haemoglobin at all, cannot be.</summary>
    private static decimal? IfccFromNgsp(decimal percent) =>
        percent is > 2.152m and <= 100m ? Math.Floor(((percent - 2.152m) * 10.929m) + 0.5m) : null;

    /// <summary>An annotation behind a unit says nothing about it; one that stands alone or after a slash does.</summary>
    private static string WithoutAnnotation(string unit)
    {
        var brace = unit.IndexOf('{', StringComparison.Ordinal);
        return brace > 0 && unit[brace - 1] is not ('/' or '.' or ' ') && unit[^1] == '}' ? unit[..brace] : unit;
    }
}
