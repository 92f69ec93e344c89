using System.Text.Json;
using System.Text.RegularExpressions;

namespace QofFhir.Tests.Definitions.ValueSets;

/// <summary>The codes that we hold mean what their cluster's name says: a refusal is never care that was given.</summary>
public sealed partial class StandInListTests
{
    private static readonly Lazy<IReadOnlyList<(string Cluster, string Code, string Term)>> Held = new(Read);

    [Fact]
    public void The_list_for_cervical_screening_holds_tests_and_their_results_only() =>
        Assert.DoesNotContain(Held.Value, c => c.Cluster == "SMEAR_COD" && NoTest().IsMatch(c.Term));

    [Fact]
    public void No_code_says_both_that_care_was_given_and_that_it_was_not() => Assert.Empty(
        from held in Held.Value
        group held by held.Code into code
        where code.Select(c => Meaning(c.Cluster)).Distinct().Count() > 1
        select $"{code.Key} {code.First().Term}: {string.Join(", ", code.Select(c => c.Cluster))}");

    /// <summary>Two clusters of one meaning may share codes, such as the invitation that stands for all.</summary>
    [Theory]
    [InlineData("DEMCPDEC_COD", "DEMCPRVWDEC_COD")]
    [InlineData("CSDEC_COD", "CSPU_COD")]
    public void What_one_source_gives_for_two_clusters_is_parted(string one, string other) =>
        Assert.Empty(Codes(one).Intersect(Codes(other)));

    private static IEnumerable<string> Codes(string cluster) => Held.Value.Where(c => c.Cluster == cluster).Select(c => c.Code);

    private static string Meaning(string cluster) =>
        cluster.EndsWith("DEC_COD", StringComparison.Ordinal) ? "declined"
        : cluster.EndsWith("INVITE_COD", StringComparison.Ordinal) ? "invited"
        : cluster.EndsWith("PU_COD", StringComparison.Ordinal) || cluster.EndsWith("SU_COD", StringComparison.Ordinal) ? "unsuitable"
        : "care or state";

    private static List<(string Cluster, string Code, string Term)> Read() =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Folder.Repository, "valuesets"), "*.json")
           from code in Contained(file)
           select (Path.GetFileNameWithoutExtension(file), code.GetProperty("code").GetString()!, Term(code)),
    ];

    private static JsonElement[] Contained(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.TryGetProperty("expansion", out var expansion) && expansion.TryGetProperty("contains", out var codes)
            ? [.. codes.Clone().EnumerateArray()]
            : [];
    }

    private static string Term(JsonElement code) => code.TryGetProperty("display", out var display) ? display.GetString()! : "";

    [GeneratedRegex(
        "declined|refused|not wanted|disclaimer|offered|invit|exception|excepted|non-responder|not attended|not done|never|not indicated|"
        + "required|due|recall|repeat|information|leaflet|consent|inadequate|history of",
        RegexOptions.IgnoreCase)]
    private static partial Regex NoTest();
}
