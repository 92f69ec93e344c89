using System.Globalization;
using BenchmarkDotNet.Attributes;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Benchmarks;

/// <summary>Loading everything, which every run of the tool begins with, and importing a release of 600,000 rows.</summary>
[MemoryDiagnoser]
public class DefinitionBenchmarks
{
    private const int Clusters = 600;
    private const int CodesEach = 1_000;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "qoffhir-benchmark-release");

    private string Release => Path.Combine(_folder, "20260401_PCD_Refset_Content.txt");

    [GlobalSetup]
    public void Setup()
    {
        Directory.CreateDirectory(_folder);
        using var rows = new StreamWriter(Release);
        rows.Write("Cluster_ID\tCluster_Description\tSNOMED_code\tSNOMED_code_description\tPCD_Refset_ID\tService_and_Ruleset\n");
        for (var i = 0; i < Clusters * CodesEach; i++)
        {
            var (cluster, code) = (i / CodesEach, Checked(10_000_000 + i));
            rows.Write($"SYN{cluster:000}_COD\tSynthetic cluster number {cluster}\t{code}\tA made-up term, about as long as the terms of real codes are {i}\t{Checked(9_990_000_000_230_10 + cluster * 100_000_000L)}\tQOF Synthetic\n");
        }
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public DefinitionLibrary LoadAll() => DefinitionLibrary.Load(DefinitionLibrary.DefaultRoot);

    [Benchmark]
    public ImportReport Import()
    {
        var target = Path.Combine(_folder, "valuesets");
        var mistakes = new List<DefinitionMistake>();
        var report = ValueSetImport.Read(Release, null, null, mistakes)!.Into(target, write: true, mistakes);
        Directory.Delete(target, recursive: true);
        return report;
    }

    /// <summary>The number with the Verhoeff check digit of SNOMED identifiers behind it.</summary>
    private static string Checked(long number)
    {
        int[] step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var sum = 0;
        for (var i = 1; i <= digits.Length; i++)
        {
            var digit = digits[^i] - '0';
            for (var turn = 0; turn < i % 8; turn++)
            {
                digit = step[digit];
            }

            sum = Times(sum, digit);
        }

        return digits + Enumerable.Range(0, 10).First(d => Times(sum, d) == 0).ToString(CultureInfo.InvariantCulture);
    }

    // The dihedral group of order ten.
    private static int Times(int a, int b) =>
        a < 5
            ? b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)
            : b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}
