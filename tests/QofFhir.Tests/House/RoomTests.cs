using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace QofFhir.Tests.House;

/// <summary>Which room may use what: a wrong reference fails here before it becomes a habit.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["QofFhir.Core"] = [],
        ["QofFhir.Definitions"] = ["QofFhir.Core"],
        ["QofFhir.Fhir"] = ["QofFhir.Core"],
        ["QofFhir.Extraction"] = ["QofFhir.Core", "QofFhir.Fhir"],
        ["QofFhir.Publication"] = ["QofFhir.Core"],
        ["QofFhir.SampleGp"] = ["QofFhir.Core", "QofFhir.Definitions", "QofFhir.Fhir"],
        ["QofFhir.Service"] = ["QofFhir.Core", "QofFhir.Definitions", "QofFhir.Fhir", "QofFhir.Extraction", "QofFhir.Publication", "QofFhir.SampleGp"],
        ["QofFhir.Cli"] = ["QofFhir.Core", "QofFhir.Definitions", "QofFhir.Fhir", "QofFhir.Extraction", "QofFhir.Publication", "QofFhir.SampleGp"],
    };

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["QofFhir.Core"] = [],
        ["QofFhir.Definitions"] = ["YamlDotNet"],
        ["QofFhir.Fhir"] = [],
        ["QofFhir.Extraction"] = ["Polly.Core", "Microsoft.IdentityModel.JsonWebTokens"],
        ["QofFhir.Publication"] = ["CsvHelper"],
        ["QofFhir.SampleGp"] = ["Microsoft.IdentityModel.JsonWebTokens"],
    };

    [Fact]
    public void The_rooms_are_those_of_the_design() =>
        Assert.Equal(
            Rooms.Keys.Order(StringComparer.Ordinal),
            Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    [Fact]
    public void A_room_references_only_what_the_design_allows()
    {
        foreach (var (room, allowed) in Rooms)
        {
            var references = Items(room, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')));
            Assert.All(references, r => Assert.Contains(r, allowed));
        }
    }

    [Fact]
    public void A_room_takes_only_the_packages_that_the_design_allows()
    {
        foreach (var (room, allowed) in Packages)
        {
            Assert.All(Items(room, "PackageReference"), p => Assert.Contains(p, allowed));
        }
    }

    [Theory]
    [InlineData("QofFhir.Core", @"System\.IO|System\.Net|System\.Text\.Json|System\.Threading\.Tasks|\bTask\b|ILogger|TimeProvider|\bRandom\b|YamlDotNet|\bFile\.|\bConsole\.")]
    [InlineData("QofFhir.Definitions", @"System\.Net|HttpClient|TimeProvider|\bRandom\b|\bQof\.Evaluate\b")]
    [InlineData("QofFhir.Fhir", @"System\.Net\.Http|HttpClient|TimeProvider|\bRandom\b|\bQof\.Evaluate\b")]
    [InlineData("QofFhir.Publication", @"System\.Net|HttpClient|TimeProvider|\bRandom\b|\bTask\b|\bFile\.Open|ILogger")]
    [InlineData("QofFhir.Extraction", @"\bQof\.|Sqlite|Npgsql")]
    [InlineData("QofFhir.Cli", @"QofFhir\.Service")]
    public void A_room_keeps_to_its_own_business(string room, string forbidden)
    {
        var pattern = new Regex(forbidden);
        var found = Repository.Sources($"src/{room}")
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (Place: $"{Repository.Name(f)}:{i + 1}", line)))
            .Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(l.line))
            .Select(l => l.Place);
        Assert.Empty(found);
    }

    private static IEnumerable<string> Items(string room, string item) => XDocument
        .Load(Path.Combine(Repository.Root, "src", room, room + ".csproj"))
        .Descendants(item)
        .Select(r => r.Attribute("Include")!.Value);
}
