using System.Globalization;
using QofFhir.Core.Payments;

namespace QofFhir.Core.Outlook;

/// <summary>One thing of a statement's inputs that might be otherwise.</summary>
public sealed class WhatIf
{
    private readonly Func<StatementInputs, (string? Fault, StatementInputs Changed)> _change;

    private WhatIf(string text, Func<StatementInputs, (string?, StatementInputs)> change) => (Text, _change) = (text, change);

    /// <summary>For people, such as <c>DM020 at 75 %</c>.</summary>
    public string Text { get; }

    /// <summary>The list that the population index is worked out from; prevalence stays as it is.</summary>
    public static WhatIf ListSize(int patients) => new($"list of {Whole(patients)}", inputs => (patients < 0 ? "a list has no fewer than no patients" : null, inputs with
    {
        Payment = inputs.Payment with { List = new ListCount(Math.Max(0, patients), inputs.Payment.List?.On ?? inputs.Year.ListDay?.Value ?? inputs.AchievementDate) },
    }));

    /// <summary>The practice's prevalence of a payment group, to the nearest whole patient of its list.</summary>
    /// <param name="percent">From 0 to 100.</param>
    public static WhatIf Prevalence(string group, decimal percent) => new($"prevalence of {group} {Percent(percent)}", inputs =>
    {
        var share = inputs.Payment.Practice.GetValueOrDefault(group);
        if (FaultOf(percent) is { } fault)
        {
            return (fault, inputs);
        }

        if (inputs.Year.Groups.FirstOrDefault(g => g.Name == group) is not { Weighting: Weighting.Prevalence })
        {
            return ($"{inputs.Framework} weights no group '{group}' by prevalence", inputs);
        }

        if (!inputs.Payment.National.ContainsKey(group))
        {
            return ($"the national prevalence of {group} was not given: nobody can tell what another prevalence brings", inputs);
        }

        if ((share?.List ?? inputs.Payment.List?.Patients) is not { } list)
        {
            return ("the practice's list size is not known", inputs);
        }

        var changed = new RegisterShare((long)Math.Round(percent * list / 100, MidpointRounding.AwayFromZero), list, share?.On ?? inputs.AchievementDate);
        return (null, inputs with
        {
            Payment = inputs.Payment with { Practice = new Dictionary<string, RegisterShare>(inputs.Payment.Practice) { [group] = changed } },
        });
    });

    /// <summary>An indicator at a percentage or just above it: the fewest patients that reach it.</summary>
    /// <param name="percent">From 0 to 100.</param>
    public static WhatIf Achievement(string indicator, decimal percent) => new(
        $"{indicator} at {Percent(percent)}",
        inputs => FaultOf(percent) is { } fault ? (fault, inputs) : With(inputs, indicator, (_, denominator) => (long)Math.Ceiling(percent * denominator / 100)));

    /// <summary>So many more of an indicator's outstanding patients achieved; below 0 fewer.</summary>
    public static WhatIf More(string indicator, int patients) => new(
        string.Create(CultureInfo.InvariantCulture, $"{indicator} {patients:+0;-0;+0}"), inputs => With(inputs, indicator, (numerator, _) => numerator + patients));

    /// <summary>Why it cannot be applied to some inputs, in a sentence; null when it can.</summary>
    public string? FaultIn(StatementInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return _change(inputs).Fault;
    }

    /// <exception cref="ArgumentException">There is a <see cref="FaultIn"/>.</exception>
    public StatementInputs In(StatementInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (fault, changed) = _change(inputs);
        return fault is null ? changed : throw new ArgumentException(fault, nameof(inputs));
    }

    private static (string? Fault, StatementInputs Changed) With(StatementInputs inputs, string indicator, Func<long, long, long> numerator)
    {
        if (inputs.Indicators.FirstOrDefault(i => i.Id == indicator) is not { Counts: { } counts, Upper: not null } counted)
        {
            return ($"{indicator} has no percentage in {inputs.Framework}", inputs);
        }

        var changed = numerator(counts.Numerator, counts.Denominator);
        return changed < 0 || changed > counts.Denominator
            ? ($"{indicator} has {Whole(counts.Numerator)} of {Whole(counts.Denominator)}: {Whole(changed)} cannot be", inputs)
            : (null, inputs with { Indicators = [.. inputs.Indicators.Select(i => ReferenceEquals(i, counted) ? i with { Counts = counts with { Numerator = changed } } : i)] });
    }

    private static string? FaultOf(decimal percent) => percent is < 0 or > 100 ? $"{Percent(percent)} is not from 0 to 100 %" : null;

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
