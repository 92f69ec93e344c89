using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>The resources that put a patient where the outcome says.</summary>
/// <param name="Population">References of the registers that the patient is on.</param>
/// <param name="Deciding">References of the row that decided; empty when none did.</param>
public sealed record Evidence(IReadOnlyList<string> Population, IReadOnlyList<string> Deciding)
{
    internal static Evidence None { get; } = new([], []);

    /// <param name="walk">Stands at the patient.</param>
    internal static Evidence Of(PatientWalk walk, OutcomeTable table)
    {
        var explainer = new Explainer(walk);
        return walk.Walk(table, out _) is null
            ? None
            : new(Sources(explainer.Registers(table.Population).Where(r => r.On).SelectMany(r => r.Rows)), Sources(explainer.Rows(table.Rows).Where(r => r.Held)));
    }

    public static Evidence Of(Explanation explanation) => new(
        Sources(explanation.Registers.Where(r => r.On).SelectMany(r => r.Rows)),
        Sources(explanation.Rows.Where(r => r.Held)));

    private static string[] Sources(IEnumerable<WalkedRow> rows) =>
        [.. rows.SelectMany(r => r.Lines).SelectMany(l => l.Fields).SelectMany(f => f.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
