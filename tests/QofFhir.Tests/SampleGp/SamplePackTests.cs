using System.Text.Json;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;
using QofFhir.Tests.House;

namespace QofFhir.Tests.SampleGp;

/// <summary>The sample code pack holds made-up codes for exactly the clusters of which no code is held, or none of their own.</summary>
public sealed class SamplePackTests
{
    // Set it to write the pack anew after value sets or rulesets came or went.
    private const string Renew = "QOFFHIR_RENEW_SAMPLE_CODES";

    // Written by hand: codes are held, and these stand for the rest of the list.
    private static readonly string[] BesideHeldCodes = ["CLINBP_COD", "HOMEAMBBP_COD", "MILDFRAIL_COD", "SERFRUC_COD"];

    private static readonly string Standing = Path.Combine(Repository.Root, "valuesets");
    private static readonly string Pack = Path.Combine(Repository.Root, "samples", "valuesets");

    [Fact]
    public void Every_cluster_without_codes_of_its_own_has_made_up_ones()
    {
        var expected = Without().ToDictionary(name => name, Text);
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            Files().Except(expected.Keys).Except(BesideHeldCodes).ToList().ForEach(name => File.Delete(At(name)));
            expected.ToList().ForEach(e => File.WriteAllText(At(e.Key), e.Value));
        }

        Assert.True(
            expected.Keys.Union(BesideHeldCodes).ToHashSet().SetEquals(Files()) && expected.All(e => File.ReadAllText(At(e.Key)) == e.Value),
            $"the sample code pack is not what the value sets ask for; run this test once with {Renew}=1");
    }

    [Fact]
    public void With_the_pack_no_indicator_lacks_the_codes_that_decide_it()
    {
        var library = DefinitionLibrary.Load(Repository.Root, Pack);
        var lacking = library.Frameworks.SelectMany(f => library.Framework(f.Id).Indicators)
            .Where(i => i.Rule is not null && i.Evaluability.State == EvaluabilityState.NotEvaluable);

        Assert.Empty(lacking.Select(i => $"{i.Id}: {i.Evaluability.Reason}"));
    }

    [Fact]
    public void No_made_up_code_stands_for_two_clusters()
    {
        var pack = ValueSetLibrary.Load(Pack, [], new List<DefinitionMistake>()).Clusters.Values;

        Assert.Empty(pack.SelectMany(c => c.Codes).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    private static IEnumerable<string> Without()
    {
        var mistakes = new List<DefinitionMistake>();
        var clusters = ValueSetLibrary.Load(Standing, [], mistakes).Clusters.Values;
        Assert.Empty(mistakes);
        return clusters.Where(c => c.Completeness == Completeness.None || IsHeldOnlyAsAnother(c, clusters)).Select(c => c.Name);
    }

    /// <summary>All that is held of it is what is held of another cluster, so that no entry of a record could tell the two apart.</summary>
    private static bool IsHeldOnlyAsAnother(Cluster cluster, IEnumerable<Cluster> all) =>
        !BesideHeldCodes.Contains(cluster.Name) && all.Any(other => other != cluster && (other.Completeness == Completeness.Partial
            ? cluster.Codes.IsSubsetOf(other.Codes)
            : other.Codes.SetEquals(cluster.Codes)));

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Pack, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!);

    private static string At(string name) => Path.Combine(Pack, name + ".json");

    /// <summary>Two codes, so that rules that count codes have something to count.</summary>
    private static string Text(string name)
    {
        using var standing = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Standing, name + ".json")));
        var title = standing.RootElement.GetProperty("title").GetString()!;
        var stem = name[..^"_COD".Length];
        return $$"""
            {
              "resourceType": "ValueSet",
              "id": "sample-{{name.Replace('_', '-')}}",
              "meta": {
                "tag": [
                  { "system": "https://qoffhir.example.org/fhir/CodeSystem/tag", "code": "sample" }
                ]
              },
              "url": "https://qoffhir.example.org/fhir/ValueSet/sample/{{name}}",
              "version": "sample 1",
              "name": "{{name}}",
              "title": {{Quoted("Sample: " + title)}},
              "status": "active",
              "experimental": true,
              "publisher": "QofFhir",
              "description": "Made up for the sample practice; no SNOMED CT content, refused on data that is not tagged as sample. Stands for the codes of this cluster that we do not hold.",
              "expansion": {
                "identifier": "https://qoffhir.example.org/fhir/ValueSet/sample/{{name}}/expansion/1",
                "timestamp": "2026-04-01",
                "total": 2,
                "contains": [
                  { "system": "{{CodeKey.SampleSystem}}", "code": "{{stem}}-1", "display": {{Quoted(title + " 1 (made up)")}} },
                  { "system": "{{CodeKey.SampleSystem}}", "code": "{{stem}}-2", "display": {{Quoted(title + " 2 (made up)")}} }
                ]
              }
            }

            """.ReplaceLineEndings("\n");
    }

    private static string Quoted(string text) => '"' + JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() + '"';
}
