using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>What a field came to, for people: its value, pressures or count.</summary>
internal static class FieldText
{
    /// <returns>Null when it has none.</returns>
    public static string? Of(PatientWalk walk, int field)
    {
        ref readonly var result = ref walk.Field(field);
        if (walk.Plan.Fields[field] is FieldRule.Count or FieldRule.HowMany)
        {
            return result.Number.ToString(CultureInfo.InvariantCulture);
        }

        if (walk.ValueOf(field, FieldPart.Systolic) is { } systolic)
        {
            return $"{systolic}/{walk.ValueOf(field, FieldPart.Diastolic)} mm[Hg]";
        }

        if (walk.ValueOf(field, FieldPart.Value) is not { } value)
        {
            return null;
        }

        var source = walk.Records.Event(result.Event);
        return $"{value} {source.Unit}".TrimEnd() + (source.RecordedAs is null ? "" : $" (recorded as {source.RecordedAs})");
    }
}
