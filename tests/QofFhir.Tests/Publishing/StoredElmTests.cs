using System.Text;
using QofFhir.Definitions;
using QofFhir.Definitions.Publishing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Publishing;

/// <summary>profiles/elm holds what the official translator makes of today's CQL, so that publishing needs no Node. With QOF_RENEW_ELM=1 the first test translates what changed.</summary>
public sealed class StoredElmTests
{
    private const string Renew = "QOF_RENEW_ELM";
    private static readonly string Folder = Path.Combine(Repository.Root, "profiles", "elm");
    private static readonly NodeProject Translator = new("tools", "cql");
    private static readonly ElmStore Store = new(Folder);

    [Fact]
    public void Every_library_has_its_ELM()
    {
        var libraries = Libraries();
        var stale = libraries.Where(l => Store.Find(l) is null).ToList();
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            // What the others are translated to hangs on the shared library too.
            Translate(libraries, stale.Exists(l => l.Includes.Count == 0) ? libraries : stale);
            stale = [.. libraries.Where(l => Store.Find(l) is null)];
        }

        Assert.True(
            stale.Count == 0,
            $"{stale.Count} libraries changed since their ELM was made: {string.Join(", ", stale.Select(l => l.Id))}. Renew it: {Renew}=1 dotnet test tests/QofFhir.Tests --filter StoredElm");
        Assert.Equal(
            libraries.Select(l => l.Id + ".json.gz").Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_what_the_translator_makes()
    {
        var libraries = Libraries();
        CqlLibrary[] some = [libraries.Single(l => l.Name == "QOFRecords"), libraries.First(l => l.Indicator == "HYP001")];
        InFolder(some, l => l.Name + ".cql", (cql, elm) =>
        {
            var (exit, output) = Translator.Run("translate.mjs", "--quiet", cql, elm);
            Assert.True(exit == 0, output);
            Assert.All(some, l => Assert.Equal(
                File.ReadAllText(Path.Combine(elm, l.Name + ".json")), Encoding.UTF8.GetString(Store.Find(l)!.Value.Span)));
        });
    }

    [Fact]
    public void A_text_that_changed_has_no_ELM()
    {
        var library = Libraries()[0];
        Assert.NotNull(Store.Find(library));
        Assert.Null(Store.Find(library with { Text = library.Text + "\n" }));
        Assert.Null(Store.Find(library with { Id = "QOF-NONE-1" }));
    }

    [Fact]
    public void The_translator_names_every_error()
    {
        var broken = Libraries()[0] with { Name = "X", Text = "library X\nusing FHIR version '4.0.1'\ncontext Patient\ndefine A: B\ndefine C: D + 1\n" };
        InFolder([broken], l => l.Name + ".cql", (cql, elm) =>
        {
            var (exit, output) = Translator.Run("translate.mjs", cql, elm);
            Assert.Equal(1, exit);
            Assert.Contains("X: 4:11: ", output, StringComparison.Ordinal);
            Assert.Contains("X: 5:11: ", output, StringComparison.Ordinal);
            Assert.False(Directory.Exists(elm));
        });
    }

    private static List<CqlLibrary> Libraries()
    {
        var definitions = DefinitionLibrary.Load(Repository.Root);
        return [.. definitions.Frameworks.SelectMany(f => CqlPublication.Of(definitions, f.Id)).DistinctBy(l => l.Id)];
    }

    private static void Translate(List<CqlLibrary> libraries, List<CqlLibrary> stale)
    {
        Directory.CreateDirectory(Folder);
        foreach (var stray in Directory.GetFiles(Folder).Where(f => libraries.All(l => l.Id + ".json.gz" != Path.GetFileName(f))))
        {
            File.Delete(stray);
        }

        if (stale.Count > 0)
        {
            // The shared library is included by all, so it lies beside them whether or not it changed.
            InFolder(stale.Prepend(libraries.Single(l => l.Name == "QOFRecords")).Distinct(), l => l.Id + ".cql", (cql, _) =>
            {
                var (exit, output) = Translator.Run("translate.mjs", "--store", "--quiet", cql, Folder);
                Assert.True(exit == 0, output);
            });
        }
    }

    private static void InFolder(IEnumerable<CqlLibrary> libraries, Func<CqlLibrary, string> fileName, Action<string, string> act)
    {
        var folder = Directory.CreateTempSubdirectory("qoffhir-elm-");
        try
        {
            var cql = folder.CreateSubdirectory("cql").FullName;
            foreach (var library in libraries)
            {
                File.WriteAllText(Path.Combine(cql, fileName(library)), library.Text);
            }

            act(cql, Path.Combine(folder.FullName, "elm"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
