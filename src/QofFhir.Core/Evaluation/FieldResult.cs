namespace QofFhir.Core.Evaluation;

/// <summary>What a field came to. Values are read from its events where they are asked for.</summary>
/// <param name="Day">Its date, or <see cref="Evaluation.Day.Absent"/>.</param>
/// <param name="Number">A count; 0 for fields that count nothing.</param>
/// <param name="Event">The event chosen, of a pressure the systolic one, or -1.</param>
/// <param name="SecondEvent">The event of the diastolic value, or -1.</param>
internal readonly record struct FieldResult(int Day, int Number = 0, int Event = -1, int SecondEvent = -1)
{
    public static FieldResult Absent { get; } = new(Evaluation.Day.Absent);
}
