namespace QofFhir.Core.Rules;

/// <summary>A register: rows that select or reject; the first that fits decides, and the last one always fits.</summary>
public sealed record RegisterRule(string Name, string Title, IReadOnlyList<RegisterRow> Rows, RuleSource Source);

/// <summary>A row of a register.</summary>
/// <param name="Selects">True to put the patient on the register, false to leave the patient out.</param>
public sealed record RegisterRow(bool Selects, RowLine Line, string? Rule, RuleSource Source);
