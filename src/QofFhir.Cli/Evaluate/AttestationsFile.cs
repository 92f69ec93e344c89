using System.Globalization;
using QofFhir.Cli.Input;
using QofFhir.Core.Achievement;

namespace QofFhir.Cli.Evaluate;

/// <summary>The practice's answers as CSV, columns <c>indicator,declared,by,on</c> in any order.</summary>
internal static class AttestationsFile
{
    private static readonly string[] Columns = ["indicator", "declared", "by", "on"];

    /// <exception cref="StopException">The file is missing, or has mistakes: all of them, each with its line.</exception>
    public static IReadOnlyList<Attestation> Read(string path, Framework framework)
    {
        if (!File.Exists(path))
        {
            throw new StopException(ExitCode.Files, $"{path}: no such file of attestations");
        }

        var mistakes = new List<string>();
        var answers = Read(File.ReadLines(path), framework, (line, text) => mistakes.Add($"{path}:{line}: {text}"));
        return mistakes.Count == 0 ? answers : throw new StopException(ExitCode.Usage, mistakes);
    }

    private static List<Attestation> Read(IEnumerable<string> lines, Framework framework, Action<int, string> mistake)
    {
        var answers = new List<Attestation>();
        foreach (var (line, cells) in SmallTable.Rows(lines, Columns, mistake))
        {
            if (Answer(cells, framework, text => mistake(line, text)) is not { } answer)
            {
                continue;
            }

            if (answers.Any(a => a.Indicator == answer.Indicator))
            {
                mistake(line, $"{answer.Indicator} has an answer above already");
            }

            answers.Add(answer);
        }

        return answers;
    }

    /// <summary>All that is wrong with a line is said; null when anything is.</summary>
    private static Attestation? Answer(string[] cells, Framework framework, Action<string> mistake)
    {
        var sound = true;
        var indicator = framework.Indicators.FirstOrDefault(i => i.Id.Equals(cells[0], StringComparison.OrdinalIgnoreCase));
        if (indicator is null)
        {
            Wrong($"{framework.Id} has no indicator '{cells[0]}'");
        }
        else if (indicator.Kind != IndicatorKind.Attestation)
        {
            Wrong($"{indicator.Id} is counted from records, not attested");
        }

        var declared = cells[1].ToLowerInvariant() switch
        {
            "yes" or "true" => true,
            "no" or "false" => false,
            _ => (bool?)null,
        };
        if (declared is null)
        {
            Wrong($"declared is '{cells[1]}', expected yes, no, true or false");
        }

        if (cells[2].Length == 0)
        {
            Wrong("by is empty: who declares it?");
        }

        if (!DateOnly.TryParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
        {
            Wrong($"on is '{cells[3]}', expected a date YYYY-MM-DD");
        }

        return sound ? new Attestation(indicator!.Id, declared!.Value, cells[2], on) : null;

        void Wrong(string text)
        {
            sound = false;
            mistake(text);
        }
    }
}
