using QofFhir.Tests.Cli;
using QofFhir.Tests.House;
using QofFhir.Tests.SampleGp;

namespace QofFhir.Tests.Publishing;

/// <summary>The definitions that are written by hand, translated once, and the patients, verdicts and value sets to try them on.</summary>
public sealed class ByHand : IDisposable
{
    private static readonly NodeProject Translator = new("tools", "cql");
    private static readonly NodeProject Harness = new("tests", "agreement");
    private readonly TemporaryFolder _folder = new();

    public ByHand()
    {
        var texts = Directory.CreateDirectory(At("cql")).FullName;
        foreach (var text in Texts.Append(Path.Combine(Repository.Root, "src", "QofFhir.Definitions", "Publishing", "QOFRecords.cql")))
        {
            File.Copy(text, Path.Combine(texts, Path.GetFileName(text)));
        }

        var (exit, output) = Translator.Run("translate.mjs", "--quiet", texts, At("elm"));
        Assert.True(exit == 0, output);
    }

    internal static IEnumerable<string> Texts => Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "agreement", "by-hand"), "*.cql");

    public void Dispose() => _folder.Dispose();

    /// <summary>What the harness says when patients on the edges of our rules are judged by the definitions written by hand.</summary>
    /// <param name="bend">Changes a definition, in ELM, before it is run.</param>
    internal (int Exit, string Output) Compare(string framework, string achievementDate, IReadOnlyList<string> indicators, Func<string, string>? bend = null)
    {
        var codes = Path.Combine(Repository.Root, "samples", "valuesets");
        string[] asked = [.. indicators.SelectMany(i => new[] { "--indicator", i })];
        var (patients, outcomes, published) = (At("patients", string.Join("-", indicators)), At("outcomes", string.Join("-", indicators)), At("published", framework));
        Once(patients, ["synth", "--edges", "--framework", framework, "--achievement-date", achievementDate, .. asked]);
        Once(outcomes, "evaluate", patients, "--framework", framework, "--achievement-date", achievementDate, "--code-pack", codes);
        Once(published, "publish", "--framework", framework, "--code-pack", codes);
        return Harness.Run(
            "agree.mjs", [
                "--by-hand", bend is null ? At("elm") : Bent(bend), "--published", published, "--patients", patients,
                "--outcomes", Path.Combine(outcomes, "outcomes.csv"), "--achievement-date", achievementDate, "--sample", "120", .. asked]);
    }

    /// <summary>Has the tool write a folder, unless it has. That a row decides for nobody is told with 7, and is no fault here.</summary>
    private static void Once(string folder, params string[] arguments)
    {
        if (!Directory.Exists(folder))
        {
            var ran = Ran.Qof([.. arguments, "--out", folder]);
            Assert.True(ran.Code is 0 or 7, ran.Error);
        }
    }

    private string Bent(Func<string, string> bend)
    {
        var folder = Directory.CreateDirectory(At("bent")).FullName;
        foreach (var elm in Directory.EnumerateFiles(At("elm")))
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(elm)), bend(File.ReadAllText(elm)));
        }

        return folder;
    }

    private string At(params string[] path) => Path.Combine([_folder.Path, .. path]);
}
