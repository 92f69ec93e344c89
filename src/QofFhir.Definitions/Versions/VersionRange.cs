namespace QofFhir.Definitions.Versions;

/// <summary>A run of versions, both ends inside; an end without a point release covers all of them: 50 reaches to the last 50.x.</summary>
internal readonly record struct VersionRange(RulesVersion From, RulesVersion To)
{
    private const int LastRelease = int.MaxValue;

    public static VersionRange Everything { get; } = new(RulesVersion.First, new(LastRelease, LastRelease));

    /// <summary>The first version behind the range; null when it has no upper end.</summary>
    public RulesVersion? Next =>
        To.Major == LastRelease ? null
        : To.Minor == LastRelease ? new RulesVersion(To.Major + 1, 0)
        : new RulesVersion(To.Major, To.Minor + 1);

    /// <summary>Reads <c>-43</c>, <c>44-50</c>, <c>51.2-</c> or <c>50</c>; null when it is none of them.</summary>
    public static VersionRange? Parse(string text)
    {
        var ends = text.Split('-');
        var from = ends[0].Length == 0 ? RulesVersion.First : RulesVersion.Parse(ends[0]);
        var to = ends[^1].Length == 0 ? Everything.To : Upper(ends[^1]);
        return ends.Length <= 2 && text.Trim('-').Length > 0
            && from is { } first && to is { } last && first.CompareTo(last) <= 0
            ? new VersionRange(first, last)
            : null;
    }

    public bool Covers(RulesVersion version) => From.CompareTo(version) <= 0 && version.CompareTo(To) <= 0;

    private static RulesVersion? Upper(string text) =>
        RulesVersion.Parse(text) is not { } version ? null
        : text.Contains('.', StringComparison.Ordinal) ? version
        : version with { Minor = LastRelease };
}
