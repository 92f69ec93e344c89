using System.Reflection;
using System.Text.RegularExpressions;

namespace QofFhir.Definitions.Publishing;

/// <summary>The hand-written library that says how a record is read; every indicator's library includes it.</summary>
internal static partial class RecordsLibrary
{
    public const string Name = "QOFRecords";

    public static CqlLibrary Library { get; } = Load();

    private static CqlLibrary Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name + ".cql")
            ?? throw new InvalidOperationException($"{Name}.cql is not in the assembly");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var version = Version().Match(text).Groups[1].Value;
        return new CqlLibrary(
            $"{Name}-{version}", Name, version, text, [], [.. ValueSets().Matches(text).Select(m => m.Groups[1].Value)], []);
    }

    [GeneratedRegex(@"^library \w+ version '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex Version();

    [GeneratedRegex("^valueset \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex ValueSets();
}
