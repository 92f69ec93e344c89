using QofFhir.Cli.Output;
using QofFhir.Core.Payments;
using QofFhir.Publication;
using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Payment;

/// <summary>The national prevalence that a year's groups are weighted against.</summary>
internal static class NationalShares
{
    /// <summary>By payment group. A row is a group's when it bears its name, or the code that the publication has for it; only the whole list counts, since the practice's share is of its whole list.</summary>
    /// <exception cref="StopException">The file has mistakes: all of them, each with its line.</exception>
    public static IReadOnlyDictionary<string, RegisterShare> Read(string? path, DateOnly? day, PaymentYear year, DateOnly achievementDate, Terminal terminal)
    {
        var weighted = year.Groups.Where(g => g.Weighting == Weighting.Prevalence).ToList();
        var shares = new Dictionary<string, RegisterShare>(StringComparer.Ordinal);
        if (path is null)
        {
            terminal.Warn("no national prevalence was given (--national): groups that are weighted by prevalence have no pounds");
            return shares;
        }

        var (mistakes, partial, undated) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal), false);
        using var stream = File.OpenRead(path);
        var reading = new FileReading(path);
        foreach (var row in NationalPrevalenceFile.Read(stream, reading))
        {
            var groups = weighted.Where(g => Is(row, g)).Select(g => g.Name).ToList();
            if (row.ListType != PrevalenceFile.WholeList)
            {
                partial.UnionWith(groups);
                continue;
            }

            undated |= day is null && row.Day is null && groups.Count > 0;
            foreach (var group in groups.Where(g => !shares.TryAdd(g, new RegisterShare(row.Register, row.List, day ?? row.Day ?? Assumed(year, achievementDate)))))
            {
                mistakes.Add($"{path}: {group} has more than one row of the whole list");
            }
        }

        mistakes.AddRange(reading.Mistakes.Select(m => m.ToString()));
        if (mistakes.Count > 0)
        {
            throw new StopException(ExitCode.Usage, mistakes);
        }

        if (undated)
        {
            terminal.Warn($"the day of the national counts was not given (--national-day): taken for {Words.LongDay(Assumed(year, achievementDate))}");
        }

        foreach (var group in weighted.Select(g => g.Name).Where(g => !shares.ContainsKey(g)))
        {
            terminal.Warn($"{path}: no national prevalence of {group}{(partial.Contains(group) ? " by the whole list" : "")}: it has no pounds");
        }

        return shares;
    }

    private static bool Is(NationalPrevalenceRow row, PaymentGroup group) =>
        row.PaymentGroups.Append(row.Group).Any(n => n.Equals(group.Name, StringComparison.OrdinalIgnoreCase) || n.Equals(group.PublishedAs, StringComparison.OrdinalIgnoreCase));

    /// <summary>The last day of the year's kind that had come by then: what was published.</summary>
    private static DateOnly Assumed(PaymentYear year, DateOnly achievementDate)
    {
        if (year.PrevalenceDay is not { Value: var day })
        {
            return achievementDate;
        }

        while (day > achievementDate)
        {
            day = day.AddYears(-1);
        }

        return day;
    }
}
