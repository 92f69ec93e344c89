using System.Globalization;
using QofFhir.Cli.Input;
using QofFhir.Core.Achievement;

namespace QofFhir.Cli.Payment;

/// <summary>Points by indicator as CSV, columns <c>indicator,points</c> in any order.</summary>
internal static class PointsTable
{
    private static readonly string[] Columns = ["indicator", "points"];

    /// <param name="among">The indicators that points may be given for.</param>
    /// <param name="what">How the others are refused, such as <c>is not protected this year</c>.</param>
    /// <exception cref="StopException">The file is missing, or has mistakes: all of them, each with its line.</exception>
    public static IReadOnlyDictionary<string, decimal> Read(string? path, Framework framework, IReadOnlyCollection<string> among, string what)
    {
        var points = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (path is null)
        {
            return points;
        }

        if (!File.Exists(path))
        {
            throw new StopException(ExitCode.Files, $"{path}: no such file of points");
        }

        var mistakes = new List<string>();
        foreach (var (line, cells) in SmallTable.Rows(File.ReadLines(path), Columns, (line, text) => mistakes.Add($"{path}:{line}: {text}")))
        {
            var indicator = framework.Indicators.FirstOrDefault(i => i.Id.Equals(cells[0], StringComparison.OrdinalIgnoreCase));
            var wrong = indicator is null ? $"{framework.Id} has no indicator '{cells[0]}'"
                : !among.Contains(indicator.Id) ? $"{indicator.Id} {what}"
                : !decimal.TryParse(cells[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? $"points are '{cells[1]}', expected a number from 0"
                : number > indicator.Points ? $"{indicator.Id} has {indicator.Points:0.##} points at most"
                : !points.TryAdd(indicator.Id, number) ? $"{indicator.Id} has points above already"
                : null;
            if (wrong is not null)
            {
                mistakes.Add($"{path}:{line}: {wrong}");
            }
        }

        return mistakes.Count == 0 ? points : throw new StopException(ExitCode.Usage, mistakes);
    }
}
