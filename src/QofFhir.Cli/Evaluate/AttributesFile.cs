using QofFhir.Cli.Input;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Evaluate;

/// <summary>What somebody supplies of patients as CSV: <c>patient</c>, and a column for each attribute that strata ask for, such as <c>deprivation_quintile</c>.</summary>
internal static class AttributesFile
{
    private const string Patient = "patient";

    /// <exception cref="StopException">The file is missing, or has mistakes: all of them, each with its line and without the patient.</exception>
    public static IReadOnlyList<SuppliedAttribute> Read(string path, IEnumerable<FrameworkStratum> strata, PracticeRecords records)
    {
        if (!File.Exists(path))
        {
            throw new StopException(ExitCode.Files, $"{path}: no such file of attributes");
        }

        var rules = strata.Select(s => s.Rule).OfType<StratumRule.Supplied>().DistinctBy(r => r.Attribute).ToList();
        if (rules.Count == 0)
        {
            throw new StopException(ExitCode.Usage, "--attributes: no stratum that was asked for needs a supplied attribute");
        }

        var mistakes = new List<string>();
        var supplied = Read(File.ReadLines(path), rules, records, (line, text) => mistakes.Add($"{path}:{line}: {text}"));
        return mistakes.Count == 0 ? supplied : throw new StopException(ExitCode.Usage, mistakes);
    }

    private static SuppliedAttribute[] Read(
        IEnumerable<string> lines, List<StratumRule.Supplied> rules, PracticeRecords records, Action<int, string> mistake)
    {
        var groups = rules.Select(_ => new Dictionary<int, string>()).ToArray();
        var first = new Dictionary<int, int>();
        foreach (var (line, cells) in SmallTable.Rows(lines, [Patient, .. rules.Select(r => r.Attribute.Replace('-', '_'))], mistake))
        {
            if (records.Find(cells[0]) is not { } patient)
            {
                mistake(line, "the input has no such patient");
                continue;
            }

            if (!first.TryAdd(patient, line))
            {
                mistake(line, $"the patient of line {first[patient]} again");
                continue;
            }

            foreach (var (i, rule) in rules.Index().Where(r => cells[r.Index + 1].Length > 0))
            {
                var value = cells[i + 1];
                if (rule.Groups.Contains(value))
                {
                    groups[i].Add(patient, value);
                }
                else
                {
                    mistake(line, $"{rule.Attribute} is '{value}', expected {string.Join(", ", rule.Groups.SkipLast(1))} or {rule.Groups[^1]}");
                }
            }
        }

        return [.. rules.Select((r, i) => new SuppliedAttribute(r.Attribute, groups[i]))];
    }
}
