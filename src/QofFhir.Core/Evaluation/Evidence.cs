using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>The resources that put a patient where the outcome says.</summary>
/// <param name="Population">References of the registers that the patient is on.</param>
/// <param name="Deciding">References of the row that decided; empty when none did.</param>
public sealed record Evidence(IReadOnlyList<string> Population, IReadOnlyList<string> Deciding)
{
    public static Evidence Of(Explanation explanation) => new(
        Sources(explanation.Registers.Where(r => r.On).SelectMany(r => r.Rows)),
        Sources(explanation.Rows.Where(r => r.Held)));

    private static string[] Sources(IEnumerable<WalkedRow> rows) =>
        [.. rows.SelectMany(r => r.Lines).SelectMany(l => l.Fields).SelectMany(f => f.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
