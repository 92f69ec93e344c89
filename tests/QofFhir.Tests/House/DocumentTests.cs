using System.Text.RegularExpressions;

namespace QofFhir.Tests.House;

/// <summary>What the documents promise is there.</summary>
public sealed partial class DocumentTests
{
    private static IEnumerable<string> Documents => Directory
        .EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal));

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var broken = from file in Documents
                     from Match link in Link().Matches(File.ReadAllText(file))
                     let target = link.Groups[1].Value.Split('#')[0]
                     where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                     let path = Path.Combine(Path.GetDirectoryName(file)!, target)
                     where !File.Exists(path) && !Directory.Exists(path)
                     select $"{Repository.Name(file)} -> {target}";
        Assert.Empty(broken);
    }

    [Fact]
    public void A_decision_has_context_decision_and_consequences()
    {
        var folder = Path.Combine(Repository.Root, "docs", "decisions");
        Assert.All(Directory.GetFiles(folder, "*.md"), file =>
        {
            Assert.Matches(@"^\d{4}-[a-z0-9-]+\.md$", Path.GetFileName(file));
            var text = File.ReadAllText(file);
            Assert.Contains("## Context", text, StringComparison.Ordinal);
            Assert.Contains("## Decision", text, StringComparison.Ordinal);
            Assert.Contains("## Consequences", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Decisions_are_numbered_without_gap()
    {
        var numbers = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "decisions"), "*.md").Select(f => Path.GetFileName(f)[..4]).Order().ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => $"{n:D4}"), numbers);
    }

    [Fact]
    public void Each_hazard_names_tests_and_each_test_that_it_names_is_there()
    {
        var hazards = File.ReadLines(Path.Combine(Repository.Root, "docs", "safety", "README.md")).Where(l => l.StartsWith("| H", StringComparison.Ordinal)).ToList();
        Assert.All(hazards, h => Assert.Matches(TestName(), h));
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(f => Path.GetFileNameWithoutExtension(f));
        Assert.Empty(hazards.SelectMany(h => TestName().Matches(h))
            .Where(t => !sources[t.Groups[1].Value].Any(f => File.ReadAllText(f).Contains($" {t.Groups[2].Value}(", StringComparison.Ordinal)))
            .Select(t => t.Value));
    }

    [Fact]
    public void The_architecture_is_one_page() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "docs", "architecture.md")).Count(), 20, 90);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex TestName();
}
