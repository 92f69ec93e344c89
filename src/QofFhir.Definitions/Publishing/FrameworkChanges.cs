using System.Globalization;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Publishing;

/// <summary>What changed from one framework to another: indicators, points, thresholds, rows, the definitions behind the rows, and the groups of strata.</summary>
public static class FrameworkChanges
{
    /// <returns>Nothing where the two agree; a new number for the same rows is told as such.</returns>
    public static IReadOnlyList<FrameworkChange> Between(Framework from, Framework to)
    {
        var (before, after) = (Known(from), Known(to));
        var renumbered = Renumbered(before, after);
        var changes = new List<FrameworkChange>();
        foreach (var gone in before.Values.Where(k => !after.ContainsKey(k.Id) && !renumbered.ContainsValue(k.Id)))
        {
            changes.Add(new FrameworkChange(gone.Id, "removed", Head(gone.Indicator), null));
        }

        foreach (var now in after.Values)
        {
            if (before.TryGetValue(renumbered.GetValueOrDefault(now.Id, now.Id), out var then))
            {
                changes.AddRange(Between(then, now));
            }
            else
            {
                changes.Add(new FrameworkChange(now.Id, "added", null, Head(now.Indicator)));
            }
        }

        changes.AddRange(Strata(from, to));
        return changes;
    }

    private static IEnumerable<FrameworkChange> Strata(Framework from, Framework to)
    {
        var (before, after) = (Groups(from), Groups(to));
        return from name in before.Keys.Union(after.Keys, StringComparer.Ordinal)
               let then = before.GetValueOrDefault(name)
               let now = after.GetValueOrDefault(name)
               where then != now
               select new FrameworkChange($"stratum {name}", then is null ? "added" : now is null ? "removed" : "groups", then, now);
    }

    private static Dictionary<string, string> Groups(Framework framework) => framework.Strata.ToDictionary(
        s => s.Rule.Name,
        s => string.Join("; ", s.Rule is StratumRule.Table table ? table.Rows.Select(r => $"{r.Group}: {r.Line.Text}") : s.Rule.Groups),
        StringComparer.Ordinal);

    private static IEnumerable<FrameworkChange> Between(KnownIndicator then, KnownIndicator now)
    {
        if (then.Id != now.Id)
        {
            yield return new FrameworkChange(now.Id, "renumbered, same rows", then.Id, now.Id);
        }

        if (then.Indicator.Points != now.Indicator.Points)
        {
            yield return new FrameworkChange(now.Id, "points", Number(then.Indicator.Points), Number(now.Indicator.Points));
        }

        if (Thresholds(then.Indicator) != Thresholds(now.Indicator))
        {
            yield return new FrameworkChange(now.Id, "thresholds", Thresholds(then.Indicator), Thresholds(now.Indicator));
        }

        foreach (var name in then.Texts.Keys.Union(now.Texts.Keys, StringComparer.Ordinal))
        {
            var (old, text) = (then.Texts.GetValueOrDefault(name), now.Texts.GetValueOrDefault(name));
            if (old != text)
            {
                yield return new FrameworkChange(now.Id, name, old, text);
            }
        }
    }

    /// <summary>Indicators of the second framework that have another id in the first: the same population and rows, and each of the two ids in one framework only.</summary>
    private static Dictionary<string, string> Renumbered(
        Dictionary<string, KnownIndicator> before, Dictionary<string, KnownIndicator> after)
    {
        var left = before.Values.Where(k => !after.ContainsKey(k.Id) && k.Texts.Count > 0).ToList();
        var renumbered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var now in after.Values.Where(k => !before.ContainsKey(k.Id) && k.Texts.Count > 0))
        {
            if (left.Find(then => then.SameRows(now)) is { } then)
            {
                renumbered.Add(now.Id, then.Id);
                left.Remove(then);
            }
        }

        return renumbered;
    }

    private static Dictionary<string, KnownIndicator> Known(Framework framework) => framework.Indicators.ToDictionary(
        i => i.Id, i => new KnownIndicator(i, RuleTexts.Of(framework.Plan, i)), StringComparer.Ordinal);

    private static string Head(FrameworkIndicator indicator) =>
        $"{indicator.Title} ({indicator.Kind.ToString().ToLowerInvariant()}, {Number(indicator.Points)} points{(Thresholds(indicator) is { } t ? ", " + t : "")})";

    private static string? Thresholds(FrameworkIndicator indicator) =>
        indicator.Lower is { } lower && indicator.Upper is { } upper ? $"{Number(lower)}-{Number(upper)} %" : null;

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record KnownIndicator(FrameworkIndicator Indicator, IReadOnlyDictionary<string, string> Texts)
    {
        public string Id => Indicator.Id;

        private IEnumerable<KeyValuePair<string, string>> Rows =>
            Texts.Where(t => t.Key.StartsWith("row", StringComparison.Ordinal) || t.Key == "population");

        public bool SameRows(KnownIndicator other) => Rows.SequenceEqual(other.Rows);
    }
}
