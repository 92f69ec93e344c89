using System.Globalization;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Spec;

/// <summary>Patients with what the published rules say of them, drawn as text. Columns: patient, born, sex, registered, left, died, events; any other is an indicator, a register that the year keeps without paying for it, or an indicator and <c>due</c> for the clinical view.</summary>
/// <remarks>An indicator's cell is <c>achieved</c>, <c>excluded LABEL</c>, <c>adjusted LABEL</c>, <c>outstanding</c>, <c>on-register</c> or <c>-</c> (outside the population or off the list). A due cell is <c>due</c>, <c>until DATE</c> (first day no longer achieved), <c>leaves DATE</c> or <c>-</c>. Without a registered column nobody has registration data.</remarks>
internal sealed record SpecTable(
    string Framework, DateOnly AchievementDate, IReadOnlyList<SpecPatient> Patients, IReadOnlyList<SpecExpectation> Expectations)
{
    private static readonly string[] OfThePatient = ["patient", "born", "sex", "registered", "left", "died", "events"];

    public static SpecTable Of(string framework, string achievementDate, string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = Cells(lines[0]);
        var patients = new List<SpecPatient>();
        var expectations = new List<SpecExpectation>();
        foreach (var line in lines.Skip(1))
        {
            var cells = Cells(line);
            if (cells.Length != columns.Length)
            {
                throw new FormatException($"{columns.Length} columns expected, {cells.Length} found: {line}");
            }

            string Cell(string column) => Array.IndexOf(columns, column) is >= 0 and var place ? cells[place] : "";
            patients.Add(new SpecPatient(
                Cell("patient"), Day(Cell("born")), Maybe(Cell("registered")), Maybe(Cell("left")), Maybe(Cell("died")),
                [.. Cell("events").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(SpecEvent.Parse)],
                SexOf(Cell("sex"))));
            expectations.AddRange(columns.Except(OfThePatient).Select(c => new SpecExpectation(patients[^1].Name, c, Cell(c))));
        }

        return new SpecTable(framework, Day(achievementDate), patients, expectations);
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The same patients a whole number of years earlier or later, for rules that did not change between two frameworks; without the columns of indicators that the other framework does not list.</summary>
    public SpecTable In(string framework, string achievementDate)
    {
        var years = Day(achievementDate).Year - AchievementDate.Year;
        var listed = Rulebook.Loaded(framework).Reported.Select(i => i.Id).ToHashSet();
        return new SpecTable(
            framework, Day(achievementDate), [.. Patients.Select(p => p.Shifted(years))],
            [.. Expectations.Where(e => listed.Contains(e.Indicator)).Select(e => e.Shifted(years))]);
    }

    /// <summary>This table and the same patients in other years: for rules that read the same there and name no date of the calendar.</summary>
    /// <param name="years">Service years as <c>2019-20</c>; each is held at its 31 March.</param>
    public SpecTable[] AlsoIn(params string[] years) =>
        [this, .. years.Select(y => In($"qof-england-{y}", $"{int.Parse(y[..4], CultureInfo.InvariantCulture) + 1}-03-31"))];

    private static Sex SexOf(string cell) => cell switch
    {
        "" => Sex.NotKnown,
        "female" => Sex.Female,
        "male" => Sex.Male,
        _ => throw new FormatException($"female, male or nothing expected, found {cell}"),
    };

    private static DateOnly? Maybe(string text) => text.Length == 0 ? null : Day(text);

    private static string[] Cells(string line) => [.. line.Split('|').Select(c => c.Trim())];
}
