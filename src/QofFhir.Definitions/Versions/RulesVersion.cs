using System.Globalization;

namespace QofFhir.Definitions.Versions;

/// <summary>A version of the business rules, such as 51 or 51.2; 51 is 51.0.</summary>
internal readonly record struct RulesVersion(int Major, int Minor) : IComparable<RulesVersion>
{
    public static RulesVersion First { get; } = new(0, 0);

    public static RulesVersion? Parse(string text)
    {
        var parts = text.Split('.');
        return parts.Length <= 2 && Number(parts[0]) is { } major && Number(parts.Length == 2 ? parts[1] : "0") is { } minor
            ? new RulesVersion(major, minor)
            : null;
    }

    public int CompareTo(RulesVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public override string ToString() =>
        Minor == 0 ? Major.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static int? Number(string text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
