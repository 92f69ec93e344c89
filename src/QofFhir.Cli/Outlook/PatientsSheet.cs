using QofFhir.Cli.Output;
using QofFhir.Core.Outlook;
using QofFhir.Core.Payments;
using QofFhir.Core.Records;

namespace QofFhir.Cli.Outlook;

/// <summary>Patients of whom care can still be had in time, and what all of it would bring for each of them alone.</summary>
internal static class PatientsSheet
{
    public static Sheet Of(PracticeOutlook outlook, PracticeRecords records, OutlookMoney? money)
    {
        var sheet = new Sheet("patient", "points", "pounds", "pounds_remark", "indicators", "lapses", "in_time_to", "sittings", "if_as_wanted");
        var steps = outlook.Indicators.ToDictionary(i => i.Indicator.Id, StringComparer.Ordinal);

        // Patients of whom the same is asked are worth the same.
        var worth = new Dictionary<string, PaymentLine?>(StringComparer.Ordinal);
        foreach (var patient in outlook.Patients)
        {
            var care = patient.StillPossible.ToList();
            if (care.Count == 0)
            {
                continue;
            }

            var indicators = string.Join(' ', care.Select(c => c.Indicator.Id));
            if (!worth.TryGetValue(indicators, out var pounds))
            {
                worth[indicators] = pounds = money?.Gain(care.ToDictionary(c => c.Indicator.Id, _ => 1));
            }

            sheet.Add(
                records.Patient(patient.Patient).Id, care.Sum(c => steps[c.Indicator.Id].PointsWith(1) - steps[c.Indicator.Id].PointsWith(0)), pounds?.Value,
                pounds?.Remark, indicators, Days(care.Select(c => (c.Indicator.Id, c.LapsesOn))),
                Days(care.Select(c => (c.Indicator.Id, c.InTimeTo == outlook.YearEnd ? null : c.InTimeTo))),
                string.Join("; ", care.SelectMany(c => c.Sittings).Select(s => s?.Title ?? "not named").Distinct()),
                string.Join(' ', care.Where(c => c.IfAsWanted).Select(c => c.Indicator.Id)));
        }

        return sheet;
    }

    private static string Days(IEnumerable<(string Indicator, DateOnly? Day)> days) =>
        string.Join(' ', days.Where(d => d.Day is not null).Select(d => $"{d.Indicator}:{Words.Day(d.Day!.Value)}"));
}
