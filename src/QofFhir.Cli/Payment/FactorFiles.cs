using System.Text;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Payment;

/// <summary>Factors as files.</summary>
internal static class FactorFiles
{
    private const string Factors = "factors.csv";
    private const string National = "national.csv";

    public static readonly IReadOnlyList<string> All = [Factors, National];

    public static void Write(string target, FactorOutput output)
    {
        using var folder = new OutFolder(target, All);
        Write(folder, Factors, output.WriteFactors);
        Write(folder, National, output.WriteNational);
        folder.MoveIn();
    }

    private static void Write(OutFolder folder, string name, Action<TextWriter> content)
    {
        using var output = new StreamWriter(folder.Create(name), new UTF8Encoding(false));
        content(output);
    }
}
