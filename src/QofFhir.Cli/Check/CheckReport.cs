using QofFhir.Cli.Output;
using QofFhir.Fhir.Reading;

namespace QofFhir.Cli.Check;

/// <summary>The quality of an input, section by section; the first column of each section names its rows.</summary>
internal sealed record CheckReport(ReadResult Read, IReadOnlyList<Coverage> Coverage)
{
    private const int PlacesShown = 3;

    public IEnumerable<(string Name, Sheet Sheet)> Sections =>
    [
        ("types", ReadSheet.Counts(Read.Counts)),
        ("problems", Problems()),
        ("registration", Registration()),
        ("noticed", Noticed()),
        ("units", Units()),
        ("codesOutside", CodesOutside()),
        ("coverage", Clusters()),
    ];

    private Sheet Problems()
    {
        var sheet = new Sheet("kind", "severity", "count", "text", "first_places");
        foreach (var group in Read.Problems
            .GroupBy(p => (p.Kind, p.Severity, p.Expression, p.Text))
            .OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Severity).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Text, StringComparer.Ordinal))
        {
            sheet.Add(
                ReadSheet.Name(group.Key.Kind), ReadSheet.Name(group.Key.Severity), group.Count(),
                group.Key.Expression is { } path ? $"{path}: {group.Key.Text}" : group.Key.Text,
                string.Join(" ", group.Take(PlacesShown).Select(p => p.Where)));
        }

        return sheet;
    }

    private Sheet Registration()
    {
        var sheet = new Sheet("source", "patients");
        foreach (var (source, patients) in Read.Quality.Registrations.OrderBy(r => r.Key))
        {
            sheet.Add(source switch
            {
                RegistrationSource.EpisodeOfCare => "EpisodeOfCare",
                RegistrationSource.GeneralPractitioner => "Patient.generalPractitioner",
                _ => "Group",
            }, patients);
        }

        sheet.Add("none", Read.Quality.PatientsWithoutRegistration);
        return sheet;
    }

    private Sheet Noticed()
    {
        var quality = Read.Quality;
        var sheet = new Sheet("what", "count");
        sheet.Add("partial dates, read as the first day of their month or year", quality.PartialDates);
        sheet.Add("HbA1c values converted from % to mmol/mol", quality.ConvertedValues);
        sheet.Add("conditions with an abatement or inactive status, read as unresolved: only resolution codes resolve", quality.AbatedConditions);
        sheet.Add("concepts of text alone, which match nothing", quality.TextOnly);
        sheet.Add("resources with codes outside every value set", quality.OutsideValueSets);
        return sheet;
    }

    private Sheet Units()
    {
        var sheet = new Sheet("code", "missing", "not_understood");
        Read.Quality.Units.ToList().ForEach(u => sheet.Add(u.Code, u.Missing, u.NotUnderstood));
        return sheet;
    }

    private Sheet CodesOutside()
    {
        var sheet = new Sheet("code", "count");
        Read.Quality.TopCodesOutside.ToList().ForEach(c => sheet.Add(c.Code, c.Count));
        return sheet;
    }

    private Sheet Clusters()
    {
        var sheet = new Sheet("cluster", "codes", "completeness", "patients", "events");
        Coverage.ToList().ForEach(c => sheet.Add(
            c.Cluster.Name, c.Cluster.Codes.Count, c.Cluster.Completeness.ToString().ToLowerInvariant(), c.Patients, c.Events));
        return sheet;
    }
}
