using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;
using QofFhir.SampleGp.Edges;

namespace QofFhir.Tests.Spec.Prompts;

/// <summary>Finds a plain life for each adjust row of an indicator, from its compiled rules alone.</summary>
internal sealed class LifeSearch
{
    private const int MostTries = 60;

    private readonly Framework _framework;
    private readonly IndicatorRule.Fraction _rule;
    private readonly Slice _slice;
    private readonly int[] _achieve;

    /// <param name="framework">With the few codes that records are written in.</param>
    public LifeSearch(Framework framework, FrameworkIndicator indicator)
    {
        _framework = framework;
        _rule = (IndicatorRule.Fraction)framework.Rule(indicator);
        _slice = new Slice(framework.Plan, DecisionTable.Of(_rule)!, framework.Plan.Clusters.SelectMany(c => c.Codes).ToHashSet(StringComparer.Ordinal));
        _achieve = [.. Enumerable.Range(0, _rule.Rows.Count).Where(r => _rule.Rows[r].End == RowEnd.Achieve)];
    }

    /// <summary>One for each adjust row that some patient comes to.</summary>
    public IEnumerable<Life> Lives() => Enumerable.Range(0, _rule.Rows.Count).Where(r => _rule.Rows[r].End == RowEnd.Adjust).Select(Find).OfType<Life>();

    /// <summary>By plain entries where that can be.</summary>
    private Life? Find(int row)
    {
        var luck = new Luck(1, $"{_rule.Id} {_rule.Rows[row].Label}");
        var life = Find(row, new Recorder(_slice, luck, plain: true), luck);
        if (life?.Treated is null)
        {
            life = Find(row, new Recorder(_slice, luck, plain: false), luck) ?? life;
        }

        return life is null ? null : Plain(life);
    }

    private Life? Find(int row, Recorder recorder, Luck luck)
    {
        Life? untreated = null;
        foreach (var days in Days())
        {
            for (var i = 0; i < MostTries; i++)
            {
                if (Adjusted(recorder, luck, row, days) is not { } life)
                {
                    continue;
                }

                if (recorder.Added(life.Draft, life.Adjusted, days.Treated, _achieve) is { } treated
                    && life with { Draft = treated, Treated = days.Treated } is var whole && IsTrue(whole))
                {
                    return whole;
                }

                untreated ??= life;
            }
        }

        return untreated;
    }

    /// <summary>Autumn; and the last quarter, the only one in which the year finds someone new.</summary>
    private IEnumerable<(DateOnly Seen, DateOnly Adjusted, DateOnly Treated)> Days()
    {
        var start = _framework.YearStart;
        yield return (start.AddMonths(5), start.AddMonths(6), start.AddMonths(7));
        yield return (start.AddMonths(9).AddDays(14), start.AddMonths(10).AddDays(14), start.AddMonths(11).AddDays(14));
    }

    /// <summary>From someone outstanding, by adding; or from someone adjusted, by dating one entry later.</summary>
    private Life? Adjusted(Recorder recorder, Luck luck, int row, (DateOnly Seen, DateOnly Adjusted, DateOnly Treated) days)
    {
        var rule = _rule.Rows[row];
        var life = new Life(_rule.Id, rule, null!, Life.IsNew(rule) ? null : days.Seen, days.Adjusted, null);
        if (life.Seen is { } seen && luck.Percent(60))
        {
            return recorder.Found(seen, _rule.Rows.Count) is { } outstanding
                && recorder.Added(luck.Percent(70) ? outstanding : Recent(outstanding, luck, seen), seen, days.Adjusted, row) is { } adjusted
                ? IfTrue(life with { Draft = adjusted }) : null;
        }

        if (recorder.Found(days.Adjusted, row) is not { } found)
        {
            return null;
        }

        life = life with { Draft = luck.Percent(70) ? found : Registered(found, days.Adjusted.DayNumber - luck.Below(30)) };
        return IfTrue(life) ?? Enumerable.Range(0, found.Events.Count)
            .Select(i => Changed(life, d => d.Events[i] = d.Events[i] with { Day = days.Adjusted.DayNumber })).FirstOrDefault(IsTrue);
    }

    /// <summary>One entry comes just before the patient is seen, as where care has to follow a diagnosis soon.</summary>
    private static Draft Recent(Draft draft, Luck luck, DateOnly seen)
    {
        var recent = draft.Copy();
        if (recent.Events.Count > 0)
        {
            var at = luck.Below(recent.Events.Count);
            recent.Events[at] = recent.Events[at] with { Day = seen.DayNumber - luck.Below(30) };
        }

        return recent;
    }

    /// <summary>The whole life earlier or later, so that the registration is on this day.</summary>
    private static Draft Registered(Draft draft, int on)
    {
        var days = on - draft.Spells[0].From!.Value.DayNumber;
        var shifted = new Draft { Born = draft.Born + days, Sex = draft.Sex, Events = [.. draft.Events.Select(e => e with { Day = e.Day + days })] };
        shifted.Register(on);
        return shifted;
    }

    /// <summary>The same life without what it does not need: an ordinary age, entries on the days of the steps, no entry that changes nothing.</summary>
    private Life Plain(Life life)
    {
        foreach (var age in new[] { 70, 82, 30, 45, 60 })
        {
            var born = new DateOnly(life.Adjusted.Year - age, 7, 1).DayNumber;
            life = Better(life, d => d.Born = born);
        }

        for (var i = life.Draft.Events.Count - 1; i >= 0; i--)
        {
            var at = i;
            life = Better(life, d => d.Events.RemoveAt(at));
        }

        for (var i = 0; i < life.Draft.Events.Count; i++)
        {
            var at = i;
            foreach (var step in Steps(life, life.Draft.Events[i].Day))
            {
                life = Better(life, d => d.Events[at] = d.Events[at] with { Day = step.DayNumber });
            }
        }

        return life;
    }

    /// <summary>Days that an entry may as well be of; the last that fits is taken.</summary>
    private IEnumerable<DateOnly> Steps(Life life, int day) => life.StepOf(day) is { } step ? [step]
        : new[] { _framework.YearStart.AddMonths(2), _framework.YearStart.AddYears(-6).AddMonths(2) }.Where(d => d.DayNumber >= life.Draft.Born);

    private Life Better(Life life, Action<Draft> change) => IfTrue(Changed(life, change)) ?? life;

    private Life? IfTrue(Life life) => IsTrue(life) ? life : null;

    private static Life Changed(Life life, Action<Draft> change)
    {
        var changed = life with { Draft = life.Draft.Copy() };
        change(changed.Draft);
        return changed;
    }

    /// <summary>As the rules decide; what prompts make of it is for the tests to see.</summary>
    private bool IsTrue(Life life)
    {
        return (life.Seen is not { } seen || (Decided(ServiceDates.Year(seen)) == _rule.Rows.Count && !_achieve.Contains(Decided(ServiceDates.Clinical(seen)))))
            && Decided(ServiceDates.Year(life.Adjusted)) is >= 0 and var row && row < _rule.Rows.Count && ReferenceEquals(_rule.Rows[row], life.Row)
            && (life.Treated is not { } treated || _achieve.Contains(Decided(ServiceDates.Year(treated))));

        int Decided(ServiceDates dates) => new DraftWalk(_slice, life.Draft, dates).Decide(_slice.Table);
    }
}
