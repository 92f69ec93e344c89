using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>The walk of one patient through one indicator, ending at the row that decided.</summary>
/// <param name="OnList">False: not registered, left or dead at the achievement date; then there is no walk.</param>
/// <param name="Registers">The registers that the indicator asks, row by row.</param>
/// <param name="Rows">The rows walked; only the last may hold. Empty when the patient is outside the population.</param>
/// <param name="Outcome">Null outside the population.</param>
public sealed record Explanation(
    bool OnList,
    IReadOnlyList<RegisterWalk> Registers,
    IReadOnlyList<WalkedRow> Rows,
    Outcome? Outcome,
    ClinicalState Clinical)
{
    /// <summary>REG_DAT, the registration that holds on the achievement date; null off the list.</summary>
    public DateOnly? Registered { get; init; }
}

/// <summary>A register that the indicator asks, and the rows by which the patient is on it or not; only the last may hold.</summary>
public sealed record RegisterWalk(RegisterRule Register, bool On, IReadOnlyList<WalkedRow> Rows);

/// <summary>A row met on the walk.</summary>
/// <param name="Name">Label of the row, or select, reject, achieve, owe.</param>
/// <param name="Source">Where the row comes from, and how sure that is.</param>
public sealed record WalkedRow(string Name, string? Rule, bool Held, IReadOnlyList<WalkedLine> Lines, RuleSource Source);

/// <summary>One condition of a row.</summary>
/// <param name="Text">As it stands in the ruleset.</param>
/// <param name="Fields">What the condition names, and what each came to for this patient.</param>
public sealed record WalkedLine(string Text, bool Held, IReadOnlyList<FieldValue> Fields);

/// <summary>What a field, or a named condition, came to for this patient.</summary>
/// <param name="On">Its date, or null when absent.</param>
/// <param name="Value">Its value, pressures or count as text, or whether the condition holds; null when it has none.</param>
/// <param name="Sources">The resources it was read from.</param>
public sealed record FieldValue(string Name, string Definition, DateOnly? On, string? Value, IReadOnlyList<string> Sources);
