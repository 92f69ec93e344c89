using QofFhir.Cli.Output;
using QofFhir.Publication;
using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Payment;

/// <summary>Factors as data. Ratios are written to ten places; the counts that they come from stand beside them.</summary>
internal sealed record FactorOutput(FactorTable Table, IReadOnlyList<NationalPrevalenceRow> National, PrevalenceBook Book, PaidGroups Paid)
{
    private const int Places = 10;

    private static readonly string[] Columns =
    [
        "practice", "group", "payment_group", "register", "list_type", "list", "prevalence", "national_prevalence", "factor", "whole_list", "whole_prevalence",
        "whole_national_prevalence", "whole_factor", "average_list", "cpi", "file_average_list", "file_cpi", "remark",
    ];

    public void WriteFactors(TextWriter output)
    {
        Csv.WriteLine(output, Columns);
        foreach (var row in Table.Rows)
        {
            Csv.WriteLine(output, Cells(row));
        }
    }

    public void WriteNational(TextWriter output)
    {
        NationalPrevalenceFile.WriteHead(output);
        foreach (var row in National)
        {
            NationalPrevalenceFile.Write(output, row, Share(row));
        }
    }

    public void WriteJson(TextWriter output)
    {
        var national = new Sheet("group", "payment_groups", "list_type", "register", "list", "practices", "prevalence", "day");
        foreach (var row in National)
        {
            national.Add(row.Group, row.PaymentGroups.Count == 0 ? null : string.Join(" / ", row.PaymentGroups), row.ListType, row.Register, row.List, row.Practices, Share(row), row.Day);
        }

        var factors = new Sheet(Columns);
        foreach (var row in Table.Rows)
        {
            factors.Add(Cells(row));
        }

        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("national");
            national.WriteJson(json);
            json.WritePropertyName("factors");
            factors.WriteJson(json);
            json.WriteEndObject();
        });
    }

    public static decimal? Share(NationalPrevalenceRow row) => row.List == 0 ? null : Rounded(row.Register / (decimal)row.List);

    private object?[] Cells(FactorRow row) =>
    [
        row.Practice, row.Group, Paid.Of(row.Group) is { Count: > 0 } names ? string.Join(" / ", names) : null, row.Register, row.ListType, row.Own.List, Rounded(row.Own.Share),
        Rounded(row.Own.National), Rounded(row.Own.Factor), row.Whole.List, Rounded(row.Whole.Share), Rounded(row.Whole.National), Rounded(row.Whole.Factor),
        Rounded(Table.Average), Rounded(row.Index), Rounded(Table.FileAverage), Rounded(row.FileIndex), row.Remark,
    ];

    private static decimal? Rounded(decimal? ratio) => ratio is { } value ? Math.Round(value, Places, MidpointRounding.AwayFromZero) : null;
}
