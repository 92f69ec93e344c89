using System.Text.RegularExpressions;
using QofFhir.Core.Aggregation;

namespace QofFhir.Publication.Geographies;

/// <summary>The publication's <c>MAPPING_NHS_GEOGRAPHIES</c>: a row a practice, with all that it belongs to.</summary>
public static partial class GeographyFile
{
    /// <summary>England, where a file has no column of countries: the nation's code at the Office for National Statistics.</summary>
    public static readonly Organisation England = new("E92000001", OrganisationKind.Country, "England");

    /// <summary>How a level's columns begin, the wider name first: <c>CCG</c> and <c>STP</c> until 2021/22.</summary>
    private static readonly (OrganisationKind Kind, string[] Names)[] Levels =
    [
        (OrganisationKind.Practice, ["PRACTICE", "GP_PRACTICE"]),
        (OrganisationKind.Pcn, ["PCN"]),
        (OrganisationKind.SubIcb, ["SUB_ICB_LOCATION", "SUB_ICB_LOC", "SUB_ICB", "CCG"]),
        (OrganisationKind.Icb, ["ICB", "STP"]),
        (OrganisationKind.Region, ["REGION", "COMMISSIONING_REGION", "COMM_REGION"]),
        (OrganisationKind.Country, ["COUNTRY"]),
    ];

    private static readonly string[] Columns =
    [
        "COUNTRY_CODE", "COUNTRY_NAME", "REGION_CODE", "REGION_NAME", "ICB_CODE", "ICB_NAME", "SUB_ICB_LOC_CODE", "SUB_ICB_LOC_NAME", "PCN_CODE", "PCN_NAME", "PRACTICE_CODE",
        "PRACTICE_NAME",
    ];

    /// <summary>Reads it whole: rows that contradict an earlier one are mistakes.</summary>
    /// <remarks>Codes are the columns <c>X_ODS_CODE</c>, <c>X_CODE</c> or <c>X_ONS_CODE</c>, whichever is there first; names <c>X_NAME</c>. Only the practice's code must be there. An empty cell, or a <c>U</c> alone for a network, means: belongs to none.</remarks>
    public static PublishedGeography Read(Stream stream, FileReading reading)
    {
        using var table = PublishedTable.Open(stream, reading);
        (OrganisationKind Kind, int? Code, int? Name)[] levels = [.. Levels.Select(l => (l.Kind, Column(table, l.Names, ["_ODS_CODE", "_CODE", "_ONS_CODE"]), Column(table, l.Names, ["_NAME"])))];
        if (levels[0].Code is null)
        {
            table.Required("PRACTICE_CODE");
        }

        var book = new GeographyBook();
        foreach (var row in table.Rows())
        {
            var places = levels.Where(l => l.Code is { } column && !IsNone(l.Kind, row.Text(column)))
                .Select(l => new GeographyPlace(new Organisation(row.Code(l.Code!.Value), l.Kind, row.Text(l.Name)), l.Code!.Value)).ToList();
            if (levels[^1].Code is null)
            {
                places.Add(new GeographyPlace(England, levels[0].Code!.Value));
            }

            book.Check(row, places);
            if (row.Accept())
            {
                book.Add(row.Line, places);
            }
        }

        return book.Geography;
    }

    public static void WriteHead(TextWriter output) => Csv.WriteLine(output, Columns);

    /// <summary>A practice and what it belongs to.</summary>
    public static void Write(TextWriter output, Organisation practice, IReadOnlyCollection<Organisation> ancestors) => Csv.WriteLine(
        output, [.. Levels.Reverse().Select(l => l.Kind == OrganisationKind.Practice ? practice : ancestors.FirstOrDefault(a => a.Kind == l.Kind)).SelectMany(o => new object?[] { o?.Code, o?.Name })]);

    private static bool IsNone(OrganisationKind kind, string cell) => kind != OrganisationKind.Practice && (cell.Length == 0 || NoNetwork().IsMatch(cell));

    private static int? Column(PublishedTable table, string[] names, string[] ends) =>
        ends.SelectMany(end => names.Select(name => name + end)).Select(column => table.Optional(column)).FirstOrDefault(place => place is not null);

    [GeneratedRegex("^(U|-|NA|N/A|NONE)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoNetwork();
}
