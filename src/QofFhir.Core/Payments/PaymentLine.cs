using QofFhir.Core.Rules;

namespace QofFhir.Core.Payments;

/// <summary>One figure of a payment and what it was worked out from, down to what was given.</summary>
/// <param name="Formula">In words, over the names of <paramref name="Inputs"/>; null for a figure that was given.</param>
/// <param name="Value">Null when it is not known, which is never 0; <see cref="Remark"/> then says why.</param>
/// <param name="Certainty">That of the least certain figure it rests on.</param>
public sealed record PaymentLine(
    string Name, string? Formula, IReadOnlyList<PaymentLine> Inputs, decimal? Value, PaymentUnit Unit, Certainty Certainty)
{
    /// <summary>The day of which a given figure is; null where it has none.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Where a given figure comes from; null where it was worked out.</summary>
    public string? Source { get; init; }

    /// <summary>Why the value is absent, provisional or in doubt.</summary>
    public string? Remark { get; init; }

    /// <summary>True when the value may change because something under it is missing or not settled.</summary>
    public bool Provisional { get; init; }

    /// <summary>A figure that was given.</summary>
    internal static PaymentLine Given(string name, decimal value, PaymentUnit unit, string source) =>
        new(name, null, [], value, unit, Certainty.Found) { Source = source };

    /// <summary>A figure of the year; absent when the year does not give it.</summary>
    internal static PaymentLine Given(string name, Sourced<decimal>? figure, PaymentUnit unit) => figure is null
        ? Absent(name, unit, $"the year's {name} is not known")
        : new(name, null, [], figure.Value, unit, figure.Certainty) { Source = figure.Source, Remark = figure.Doubt };

    internal static PaymentLine Absent(string name, PaymentUnit unit, string why) =>
        new(name, null, [], null, unit, Certainty.Found) { Remark = why };

    /// <summary>A figure worked out from others: absent when one of them is, provisional when one of them is.</summary>
    /// <param name="value">Asked only when all inputs have a value.</param>
    /// <param name="rule">How sure the way of working it out is.</param>
    internal static PaymentLine WorkedOut(
        string name, string formula, PaymentUnit unit, IReadOnlyList<PaymentLine> inputs, Func<decimal> value, Certainty rule = Certainty.Found)
    {
        var missing = inputs.FirstOrDefault(i => i.Value is null);
        return new PaymentLine(name, formula, inputs, missing is null ? value() : null, unit, Least(inputs, rule))
        {
            Remark = (missing ?? inputs.FirstOrDefault(i => i.Provisional))?.Remark,
            Provisional = missing is null && inputs.Any(i => i.Provisional),
        };
    }

    /// <summary>The first figure by the second; absent when the second is 0.</summary>
    internal static PaymentLine Ratio(string name, PaymentUnit unit, PaymentLine of, PaymentLine by, Certainty rule = Certainty.Found)
    {
        var formula = $"{of.Name} / {by.Name}";
        return by.Value == 0
            ? new PaymentLine(name, formula, [of, by], null, unit, Least([of, by], rule)) { Remark = $"{by.Name} is 0: nothing to divide by" }
            : WorkedOut(name, formula, unit, [of, by], () => of.Value!.Value / by.Value!.Value, rule);
    }

    /// <summary>The sum of the lines that have a value: absent when none has, provisional when one has none.</summary>
    internal static PaymentLine Sum(string name, string formula, PaymentUnit unit, IReadOnlyList<PaymentLine> lines)
    {
        var absent = lines.Where(l => l.Value is null).ToList();
        var known = lines.Count > absent.Count;
        return new PaymentLine(
            name, formula, lines, known ? lines.Sum(l => l.Value ?? 0) : null, unit, Least(lines, Certainty.Found))
        {
            Remark = lines.Count == 0 ? "nothing to add up"
                : absent.Count > 0 ? $"not in the sum: {Names(absent)}"
                : lines.Any(l => l.Provisional) ? $"provisional: {Names(lines.Where(l => l.Provisional))}"
                : null,
            Provisional = known && lines.Any(l => l.Value is null || l.Provisional),
        };
    }

    private static string Names(IEnumerable<PaymentLine> lines) => string.Join(", ", lines.Select(l => l.Name));

    private static Certainty Least(IReadOnlyList<PaymentLine> lines, Certainty rule) => lines.Select(l => l.Certainty).Append(rule).Max();
}
