namespace QofFhir.Tests.Cli;

/// <summary>The tiny practice in a framework that says how its year pays: £200 a point, average list 10, two groups.</summary>
internal sealed class PaidPractice : IDisposable
{
    private const string Payment = """
        payment:
          point-value: { value: 200.00, certainty: found, source: "made up" }
          average-list: { value: 10, certainty: found, source: "made up" }
          list-day: { value: 2026-11-01, certainty: found, source: "made up" }
          prevalence-day: { value: 2026-11-30, certainty: found, source: "made up" }
          balance-day: { value: 2027-06-30, certainty: found, source: "made up" }
          aspiration: { percent: 80, parts: 12, certainty: found, source: "made up" }
          groups:
            - { group: "Sickness", weighted-by: SICK_REG, published-as: SICK, certainty: found, source: "made up" }
            - { group: "Quality", weighted-by: target population, certainty: found, source: "made up" }
          protected: { indicators: [T003], certainty: found, source: "made up" }
        """;

    private readonly TinyPractice _tiny = new();

    public PaidPractice()
    {
        var framework = $"defs/frameworks/{TinyPractice.Framework}.yaml";
        _tiny.Write(framework, _tiny.Read(framework).Replace("rulesets:", $"{Payment}\nrulesets:", StringComparison.Ordinal));
        National = Write("national.csv", "group,register,list,day\nSICK,100,1000,2026-11-30\n");
        Attestations = Write("answers.csv", "indicator,declared,by,on\nT004,yes,Ann,2026-11-01\n");
        Protected = Write("protected.csv", "indicator,points\nT003,3.5\n");
    }

    public string National { get; }

    public string Attestations { get; }

    public string Protected { get; }

    public string Out => At("statement");

    public string At(string path) => _tiny.At(path);

    public string Write(string path, string text) => _tiny.Write(path, text);

    public string Read(string path) => _tiny.Read(path);

    public Ran Evaluate(params string[] more) => _tiny.Evaluate(["--practice", "A99999", .. more]);

    /// <summary>From records, with everything that the year asks for, or <paramref name="more"/> in place of it.</summary>
    public Ran Statement(params string[] more) => Bare([_tiny.Input, .. Whole.Chunk(2).Where(o => o[0] == "--target-factor" || !more.Contains(o[0])).SelectMany(o => o), .. more]);

    public Ran Bare(params string[] more) => Ran.Qof(
        ["payment", "statement", "--framework", TinyPractice.Framework, "--achievement-date", TinyPractice.Day, "--practice", "A99999", "--definitions", _tiny.Definitions, .. more]);

    public IReadOnlyList<string> Whole => ["--national", National, "--attestations", Attestations, "--protected", Protected, "--target-factor", "quality=1.5"];

    public void Dispose() => _tiny.Dispose();
}
