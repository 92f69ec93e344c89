using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Tests.Definitions.ValueSets;

public sealed class BrokenValueSetTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly List<DefinitionMistake> _mistakes = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("[]", 1, 1)]
    [InlineData("{\n  \"resourceType\": \"ValueSet\",\n  \"name\": ", 3, 11)]
    [InlineData("{ \"resourceType\": \"ValueSet\", \"name\": \"X_COD\" } more", 1, 49)]
    [InlineData("{\n  \"resourceType\": \"CodeSystem\", \"name\": \"X_COD\"\n}", 1, 1)]
    [InlineData("{\n  \"resourceType\": \"ValueSet\"\n}", 1, 1)]
    [InlineData("{ \"resourceType\": \"ValueSet\", \"name\": \"Y_COD\" }", 1, 1)]
    public void A_file_that_is_no_value_set_is_named_with_line_and_column(string text, int line, int column)
    {
        var file = _folder.File("X_COD.json", text);

        Assert.Empty(Load().Clusters);

        var mistake = Assert.Single(_mistakes);
        Assert.Equal((file, line, column), (mistake.File, mistake.Line, mistake.Column));
    }

    [Fact]
    public void All_mistakes_of_all_files_are_told_at_once_and_the_rest_is_kept()
    {
        _folder.File("A_COD.json", """
            {
              "resourceType": "ValueSet",
              "extension": [
                { "url": "https://qoffhir.example.org/fhir/StructureDefinition/cluster-class", "valueCode": "medicine" },
                { "url": "https://qoffhir.example.org/fhir/StructureDefinition/completeness", "valueCode": "full" }
              ],
              "name": "A_COD",
              "title": 5,
              "expansion": {
                "contains": [
                  { "system": "http://snomed.info/sct" },
                  "73211009",
                  { "system": "http://snomed.info/sct", "code": 44054006 },
                  { "system": "http://snomed.info/sct", "code": "38341003" }
                ]
              }
            }
            """);
        _folder.File("B_COD.json", "nothing");

        var library = Load();

        Assert.Equal(["sct|38341003"], library.Clusters["A_COD"].Codes);
        Assert.Equal(
            [("A_COD", 4), ("A_COD", 8), ("A_COD", 11), ("A_COD", 12), ("A_COD", 13), ("A_COD", 13), ("B_COD", 1)],
            _mistakes.Select(m => (Path.GetFileNameWithoutExtension(m.File), m.Line)));
    }

    [Fact]
    public void A_value_set_that_does_not_say_how_complete_it_is_does_not_pass_for_complete()
    {
        _folder.File("A_COD.json", """
            { "resourceType": "ValueSet", "name": "A_COD",
              "expansion": { "contains": [ { "system": "http://snomed.info/sct", "code": "38341003" } ] } }
            """);

        Assert.Equal(Completeness.Partial, Load().Clusters["A_COD"].Completeness);
        Assert.Equal(2, _mistakes.Count);
    }

    [Theory]
    [InlineData("full", Completeness.None)]
    [InlineData("partial", Completeness.None)]
    [InlineData("none", Completeness.Partial, "73211009")]
    public void Codes_that_belie_the_completeness_are_a_mistake(string stated, Completeness counted, params string[] codes)
    {
        _folder.File("A_COD.json", ValueSetLibraryTests.ValueSet("A_COD", "code", stated, [.. codes.Select(ValueSetLibraryTests.Snomed)]));

        Assert.Equal(counted, Load().Clusters["A_COD"].Completeness);
        Assert.Single(_mistakes);
    }

    [Fact]
    public void Deep_nesting_is_a_mistake_and_no_crash()
    {
        _folder.File("A_COD.json", "{ \"text\": " + new string('[', 100_000));

        Assert.Empty(Load().Clusters);
        Assert.Single(_mistakes);
    }

    [Fact]
    public void A_missing_folder_is_a_mistake()
    {
        var library = ValueSetLibrary.Load(_folder.At("nowhere"), [_folder.At("no-pack")], _mistakes);

        Assert.Empty(library.Clusters);
        Assert.Equal([_folder.At("nowhere"), _folder.At("no-pack")], _mistakes.Select(m => m.File));
    }

    private ValueSetLibrary Load() => ValueSetLibrary.Load(_folder.Path, [], _mistakes);
}
