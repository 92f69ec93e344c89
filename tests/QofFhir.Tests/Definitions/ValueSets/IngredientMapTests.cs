using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Tests.Definitions.ValueSets;

/// <summary>Maps from products to ingredients.</summary>
public sealed class IngredientMapTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly List<DefinitionMistake> _mistakes = [];
    private readonly List<DefinitionMistake> _notes = [];

    public IngredientMapTests() => _folder.File("ANYDRUG_COD.json", ValueSetLibraryTests.ValueSet(
        "ANYDRUG_COD", "drug", "full",
        string.Join(", ", new[] { "320030001", "318902004", "73211009" }.Select(c => ValueSetLibraryTests.Snomed(c)))));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Products_count_as_their_ingredient_and_those_without_one_are_told()
    {
        _folder.File("maps/any.json", """
            {
              "resourceType": "ConceptMap", "sourceCanonical": "https://qoffhir.example.org/fhir/ValueSet/ANYDRUG_COD|1",
              "group": [ { "source": "http://snomed.info/sct", "target": "https://dmd.nhs.uk", "element": [
                { "code": "320030001", "target": [ { "code": "108601004", "equivalence": "wider" } ] },
                { "code": "318902004", "target": [ { "code": "108601004", "equivalence": "wider" } ] },
                { "code": "73211009", "target": [ { "equivalence": "unmatched" } ] } ] } ]
            }
            """);

        var cluster = Load().Clusters["ANYDRUG_COD"];

        Assert.Empty(_mistakes);
        Assert.Equal(
            [("sct|318902004", "sct|108601004"), ("sct|320030001", "sct|108601004")],
            cluster.Ingredients!.Select(p => (p.Key, p.Value)).Order());
        Assert.StartsWith("1 of the 3 codes of ANYDRUG_COD have no ingredient", Assert.Single(_notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_map_every_code_is_its_own_substance() => Assert.Null(Load().Clusters["ANYDRUG_COD"].Ingredients);

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("[]", "expected a ConceptMap")]
    [InlineData("""{ "resourceType": "ConceptMap" }""", "expected a ConceptMap whose sourceCanonical")]
    [InlineData("""{ "resourceType": "ConceptMap", "sourceCanonical": "x/NO_COD" }""", "there is no value set for cluster NO_COD")]
    public void A_map_that_cannot_be_used_is_a_mistake(string text, string expected)
    {
        var file = _folder.File("maps/any.json", text);

        Assert.Null(Load().Clusters["ANYDRUG_COD"].Ingredients);
        Assert.Equal(file, Assert.Single(_mistakes).File);
        Assert.StartsWith(expected, _mistakes[0].Text, StringComparison.Ordinal);
    }

    private ValueSetLibrary Load() => ValueSetLibrary.Load(_folder.Path, [], _mistakes, _notes);
}
