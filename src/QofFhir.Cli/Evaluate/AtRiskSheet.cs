using QofFhir.Cli.Output;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.Cli.Evaluate;

/// <summary>Who is left outstanding by which measure, what put them among its patients, and what is lacking.</summary>
internal static class AtRiskSheet
{
    public static Sheet Of(PracticeResult result, PracticeRecords records)
    {
        var sheet = new Sheet("measure", "patient", "because", "lacking");
        foreach (var risk in Qof.AtRisk(result, records))
        {
            sheet.Add(risk.Measure, records.Patient(risk.Patient).Id, Text(risk.Because), Text(risk.Lacking));
        }

        return sheet;
    }

    public static string Text(IEnumerable<WalkedLine> lines) => string.Join("; ", lines.Select(Text));

    /// <summary>The condition, and behind it what its fields came to.</summary>
    private static string Text(WalkedLine line) => line.Fields.Count == 0 ? line.Text : $"{line.Text} ({string.Join(", ", line.Fields.Select(Text))})";

    private static string Text(FieldValue field) =>
        string.Join(' ', new[] { field.Name, field.On is { } on ? Words.Day(on) : field.Value is null ? "absent" : null, field.Value }.OfType<string>());
}
