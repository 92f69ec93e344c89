using System.Globalization;
using QofFhir.Core.Payments;

namespace QofFhir.Cli.Payment;

/// <summary>Target population factors as they are typed, <c>GROUP=N</c>.</summary>
internal static class TargetFactors
{
    private const int Most = 1000;

    /// <exception cref="StopException">One is no group that has such a factor, no number, or there twice.</exception>
    public static IReadOnlyDictionary<string, decimal> Of(IReadOnlyList<string> texts, PaymentYear year)
    {
        var names = year.Groups.Where(g => g.Weighting == Weighting.TargetPopulation).Select(g => g.Name).ToList();
        var factors = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var mistakes = new List<string>();
        foreach (var text in texts)
        {
            var cut = text.LastIndexOf('=');
            var name = cut < 0 ? null : names.Find(n => n.Equals(text[..cut].Trim(), StringComparison.OrdinalIgnoreCase));
            var wrong = name is null ? $"'{text}' is no GROUP=N; groups with such a factor: {(names.Count == 0 ? "none" : string.Join(", ", names))}"
                : !decimal.TryParse(text[(cut + 1)..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) || factor > Most
                    ? $"'{text}' has no number from 0 to {Most} after the ="
                : !factors.TryAdd(name, factor) ? $"{name} has a factor already"
                : null;
            if (wrong is not null)
            {
                mistakes.Add($"--target-factor: {wrong}");
            }
        }

        return mistakes.Count == 0 ? factors : throw new StopException(ExitCode.Usage, mistakes);
    }
}
