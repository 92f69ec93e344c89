using QofFhir.Cli.Evaluate;
using QofFhir.Cli.Improvement.Told;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Improvement.Views;

/// <summary>Patients at risk, with the columns of <c>at-risk.csv</c>.</summary>
internal static class PatientsView
{
    public static void Write(Terminal terminal, PatientsTold told, OutputFormat format)
    {
        foreach (var measure in told.NotCounted)
        {
            terminal.Warn($"{measure.Measure} is not counted: {measure.Reason}");
        }

        if (format == OutputFormat.Csv)
        {
            var sheet = new Sheet("measure", "patient", "because", "lacking");
            foreach (var patient in told.Patients)
            {
                sheet.Add(patient.Measure, patient.Patient, Text(patient.Because), Text(patient.Lacking));
            }

            sheet.WriteCsv(terminal.Data);
            return;
        }

        var table = new PageTable(new("Measure"), new("Patient"), new("Why", Elastic: true));
        foreach (var patient in told.Patients)
        {
            table.Add(patient.Measure, patient.Patient, $"{Text(patient.Because)}; lacking: {Text(patient.Lacking)}");
        }

        table.Note($"{Words.Plural(told.Patients.Select(p => p.Patient).Distinct().Count(), "patient")} at risk as of {Words.Day(told.On)}.");
        table.Write(terminal.Page);
    }

    private static string Text(IReadOnlyList<LineTold> lines) => AtRiskSheet.Text(lines.Select(l => l.Line));
}
