using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Language;

/// <summary>The spelling of names, and those that every rule may use.</summary>
internal static class Names
{
    public const string Age = "PAT_AGE";
    public const string Sex = "PAT_SEX";
    public const string DateSuffix = "_DAT";
    public const string ClusterSuffix = "_COD";

    public static IReadOnlyDictionary<string, NamedDate> Dates { get; } = new Dictionary<string, NamedDate>
    {
        ["PPSD"] = NamedDate.PaymentPeriodStart,
        ["PPED"] = NamedDate.PaymentPeriodEnd,
        ["ACHV_DAT"] = NamedDate.Achievement,
        ["BIRTH_DAT"] = NamedDate.Birth,
        ["REG_DAT"] = NamedDate.Registration,
    };

    public static IReadOnlyDictionary<string, FieldPart> Parts { get; } = new Dictionary<string, FieldPart>
    {
        ["_VAL"] = FieldPart.Value,
        ["_SYS"] = FieldPart.Systolic,
        ["_DIA"] = FieldPart.Diastolic,
        ["_NUM"] = FieldPart.Number,
    };

    public static bool IsUpper(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')
        && name.Any(char.IsAsciiLetterUpper);

    /// <summary>Strata are named as outputs write them, such as <c>age-band</c>.</summary>
    public static bool IsStratum(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool IsParameter(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>True for what a rule would read as a field's date, value, pressures or count.</summary>
    public static bool HasFieldSuffix(string name) =>
        name.Length > 4 && (name.EndsWith(DateSuffix, StringComparison.Ordinal) || Parts.ContainsKey(name[^4..]));

    public static string SuffixOf(FieldPart part) => Parts.Single(p => p.Value == part).Key;
}
