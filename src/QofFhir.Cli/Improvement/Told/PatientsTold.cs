using QofFhir.Core.Evaluation;

namespace QofFhir.Cli.Improvement.Told;

/// <summary>Whom the measures leave outstanding, as a service tells it.</summary>
internal sealed record PatientsTold(DateOnly On, IReadOnlyList<NotCountedTold> NotCounted, IReadOnlyList<PatientTold> Patients);

internal sealed record NotCountedTold(string Measure, string? Reason = null);

internal sealed record PatientTold(string Measure, string Patient, IReadOnlyList<LineTold> Because, IReadOnlyList<LineTold> Lacking);

internal sealed record LineTold(string Condition, bool Holds, IReadOnlyList<FieldTold> Fields)
{
    public WalkedLine Line => new(Condition, Holds, [.. Fields.Select(f => new FieldValue(f.Name, "", f.On, f.Value, []))]);
}

internal sealed record FieldTold(string Name, DateOnly? On = null, string? Value = null);
