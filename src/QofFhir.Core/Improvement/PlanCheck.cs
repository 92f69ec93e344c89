using QofFhir.Core.Achievement;

namespace QofFhir.Core.Improvement;

/// <summary>Says what is wrong with a plan, all of it at once.</summary>
public static class PlanCheck
{
    /// <summary>Measures of a module that are counted as a share of patients.</summary>
    public static IReadOnlyList<FrameworkIndicator> MeasuresOf(ImprovementModule module) =>
        [.. module.Measures?.Indicators.Where(i => i.Kind == IndicatorKind.Fraction) ?? []];

    /// <param name="today">Nothing that was done may lie after it.</param>
    /// <returns>Empty where nothing is wrong.</returns>
    public static IReadOnlyList<PlanProblem> Of(ImprovementModule module, ImprovementPlan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(plan);
        return [.. Head(module, plan), .. Ids(plan), .. new EntryCheck(module, plan, today).All()];
    }

    /// <summary>What a change may not do: what was counted stays as it was counted, a baseline stays there, and no version goes back.</summary>
    public static IReadOnlyList<PlanProblem> OfChange(ImprovementPlan before, ImprovementPlan after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var now = after.Entries.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        var problems = new List<PlanProblem>();
        foreach (var entry in before.Entries)
        {
            if (now.GetValueOrDefault(entry.Id) is not { } then)
            {
                Must(!before.Baselines.Contains(entry), entry, "", "the baseline is gone", "it stays, since it is frozen");
                continue;
            }

            Must(entry is not Measurement || then == entry, entry, "", "what was counted is changed", "it stays as it was counted");
            Must(then.Version >= entry.Version, entry, ".version", $"it went back to {then.Version}", $"{entry.Version} or later");
        }

        return problems;

        void Must(bool holds, PlanEntry entry, string field, string what, string expected)
        {
            if (!holds)
            {
                problems.Add(new(entry.Id, $"{KindOf(before, entry)}/{entry.Id}{field}", what, expected));
            }
        }
    }

    internal static string KindOf(ImprovementPlan plan, PlanEntry entry) => entry switch
    {
        Measurement m => plan.Baselines.Contains(m) ? "baselines" : "measurements",
        Objective => "objectives",
        PdsaCycle => "cycles",
        PeerMeeting => "meetings",
        TemplateAnswer => "answers",
        AttestedRequirement => "attested",
        _ => "declaration",
    };

    private static IEnumerable<PlanProblem> Head(ImprovementModule module, ImprovementPlan plan)
    {
        if (plan.Module != module.Id)
        {
            yield return new(null, "module", "it is another module", module.Id);
        }

        if (plan.YearStart is not { Month: 4, Day: 1 })
        {
            yield return new(null, "yearStart", $"{plan.YearStart:yyyy-MM-dd} begins no service year", "a 1 April");
        }

        if (!EntryCheck.IsOdsCode(plan.Practice))
        {
            yield return new(null, "practice", "it is no ODS code", EntryCheck.OdsCode);
        }

        if (plan.Entries.Count() > PlanLimits.MostEntries)
        {
            yield return new(null, "entries", $"{plan.Entries.Count()} entries", $"at most {PlanLimits.MostEntries}");
        }
    }

    private static IEnumerable<PlanProblem> Ids(ImprovementPlan plan)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in plan.Declaration is { } declaration ? plan.Entries.Append(declaration) : plan.Entries)
        {
            var where = $"{KindOf(plan, entry)}/{entry.Id}";
            if (!IsId(entry.Id))
            {
                yield return new(entry.Id, KindOf(plan, entry) + ".id", "it is no identifier", $"1 to {PlanLimits.LongestId} letters, digits, hyphens or dots");
            }
            else if (!seen.Add(entry.Id))
            {
                yield return new(entry.Id, where + ".id", "another entry has it too", "an identifier of its own");
            }

            if (entry.Version < 1)
            {
                yield return new(entry.Id, where + ".version", $"version {entry.Version}", "1 or more");
            }
        }
    }

    private static bool IsId(string id) => id is { Length: > 0 and <= PlanLimits.LongestId } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
}
