using QofFhir.Cli.Output;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using Spectre.Console;

namespace QofFhir.Cli.Check;

/// <summary>The quality of an input for people: sections in the order in which one would ask.</summary>
internal sealed class CheckView(IAnsiConsole page, CheckReport report)
{
    private const int CodesShown = 15;

    public void Write()
    {
        var sections = report.Sections.ToDictionary(s => s.Name, s => s.Sheet, StringComparer.Ordinal);
        Table("Read", sections["types"], new("Type"), Number("In"), Number("Accepted"), Number("Rejected"), Number("Not used"), Number("Set aside"));
        if (report.Read.Problems.Count == 0)
        {
            Title("Problems");
            page.MarkupLine("[green]none[/]");
        }
        else
        {
            Problems(sections["problems"]);
        }

        Registration(sections["registration"]);
        Table("Noticed", sections["noticed"], new("What", Elastic: true), Number("Count"));
        if (report.Read.Quality.Units.Count > 0)
        {
            Table("Values left out for their unit", sections["units"], new("Code", Elastic: true), Number("Missing"), Number("Not understood"));
        }

        Outside();
        Clusters();
    }

    private void Problems(Sheet sheet)
    {
        Title("Problems");
        var table = new PageTable(new("Kind"), new("Severity"), Number("Count"), new("What", Elastic: true));
        foreach (var row in sheet.Rows)
        {
            table.Add(Text(row[0]), new PageCell(Text(row[1]), row[1] is "error" ? "red" : "yellow"), Text(row[2]), Text(row[3]));
            table.Note($"first: {row[4]}");
        }

        table.Write(page);
    }

    private void Registration(Sheet sheet)
    {
        Title("Registration");
        if (report.Read.Records.Registration == RegistrationBasis.NoneRecorded)
        {
            page.MarkupLine("[yellow]none found: everyone alive counts as registered since birth[/]");
            return;
        }

        var table = new PageTable(new("Source"), Number("Patients"));
        sheet.Rows.Where(r => r[1] is not 0).ToList().ForEach(r => table.Add(Text(r[0]), Text(r[1])));
        table.Write(page);
    }

    private void Outside()
    {
        var codes = report.Read.Quality.TopCodesOutside;
        if (codes.Count == 0)
        {
            return;
        }

        Title("Commonest codes outside every value set");
        var table = new PageTable(new("Code", Elastic: true), Number("Count"));
        codes.Take(CodesShown).ToList().ForEach(c => table.Add(c.Code, Words.Count(c.Count)));
        table.Write(page);
    }

    private void Clusters()
    {
        var withEvents = report.Coverage.Where(c => c.Events > 0).ToList();
        Title("Clusters with events");
        var table = new PageTable(new("Cluster"), Number("Codes held"), new("Held"), Number("Patients"), Number("Events"));
        withEvents.ForEach(c => table.Add(
            c.Cluster.Name, Words.Count(c.Cluster.Codes.Count), c.Cluster.Completeness.ToString().ToLowerInvariant(),
            Words.Count(c.Patients), Words.Count(c.Events)));
        table.Write(page);
        Names("Clusters without events", report.Coverage.Where(c => c.Events == 0 && c.Cluster.Completeness != Completeness.None));
        Names("Clusters without codes", report.Coverage.Where(c => c.Cluster.Completeness == Completeness.None));
    }

    private void Names(string title, IEnumerable<Coverage> coverage)
    {
        var names = coverage.Select(c => c.Cluster.Name).ToList();
        if (names.Count > 0)
        {
            Title($"{title}: {names.Count}");
            TextWrap.Lines(string.Join(' ', names), page.Profile.Width).ToList().ForEach(l => page.MarkupLine($"[dim]{Markup.Escape(l)}[/]"));
        }
    }

    private void Table(string title, Sheet sheet, params PageColumn[] columns)
    {
        Title(title);
        var table = new PageTable(columns);
        sheet.Rows.ToList().ForEach(row => table.Add([.. row.Select(c => new PageCell(Text(c)))]));
        table.Write(page);
    }

    private void Title(string text)
    {
        page.WriteLine();
        page.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
    }

    private static PageColumn Number(string title) => new(title, Right: true);

    private static string Text(object? cell) => cell switch
    {
        int number => Words.Count(number),
        long number => Words.Count(number),
        _ => cell?.ToString() ?? "",
    };
}
