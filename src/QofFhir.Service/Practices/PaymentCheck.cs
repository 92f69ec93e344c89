using QofFhir.Publication;
using QofFhir.Publication.Practices;

namespace QofFhir.Service.Practices;

/// <summary>Reads the file of national prevalence at the start.</summary>
internal static class PaymentCheck
{
    private const string Place = ServiceSettings.Section + ":Payment:NationalPrevalence";

    /// <returns>Rows of the whole list alone: the practice's share is of its whole list. Empty without a file.</returns>
    public static IReadOnlyList<NationalPrevalenceRow> National(PaymentSettings settings, string contentRoot, List<string> mistakes)
    {
        if (settings.NationalPrevalence is not { } name)
        {
            return [];
        }

        var file = Path.GetFullPath(name, contentRoot);
        if (!File.Exists(file))
        {
            mistakes.Add($"{Place}: there is no file {file}.");
            return [];
        }

        using var stream = File.OpenRead(file);
        var reading = new FileReading(file);
        NationalPrevalenceRow[] rows = [.. NationalPrevalenceFile.Read(stream, reading).Where(r => r.ListType == PrevalenceFile.WholeList)];
        mistakes.AddRange(reading.Mistakes.Select(m => $"{Place}: {m}"));
        mistakes.AddRange(rows.GroupBy(r => r.Group, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => $"{Place}: {file}: {g.Key} has more than one row."));
        if (rows.Length == 0 && reading.MistakeCount == 0)
        {
            mistakes.Add($"{Place}: {file} has no row of a whole list.");
        }

        return rows;
    }
}
