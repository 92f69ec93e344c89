using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Payment;

/// <summary>Factors of every row of a book. Every row is there, whatever is odd about it.</summary>
internal sealed class FactorTable
{
    private readonly PrevalenceBook _book;
    private readonly IReadOnlyDictionary<(string Group, string ListType), NationalPrevalenceRow> _national;

    /// <param name="average">The national average list to pay by; null: that of the files.</param>
    public FactorTable(PrevalenceBook book, IReadOnlyDictionary<(string Group, string ListType), NationalPrevalenceRow> national, decimal? average)
    {
        (_book, _national, FileAverage) = (book, national, book.AverageList);
        Average = average ?? FileAverage;
        Rows = [.. book.Rows.Select(Of)];
    }

    /// <summary>The average list that the index is by; null where none is known.</summary>
    public decimal? Average { get; }

    /// <summary>That of the files.</summary>
    public decimal? FileAverage { get; }

    public IReadOnlyList<FactorRow> Rows { get; }

    private FactorRow Of(PrevalenceRow row)
    {
        var type = PrevalenceBook.IsWhole(row) ? PrevalenceFile.WholeList : row.ListType;
        var (list, whole) = (_book.WholeList(row.Practice), _book.WholeList(row));
        return new FactorRow(
            row.Practice, row.Group, row.Register, row.ListType,
            PrevalenceShare.Of(row.Register, row.ListSize, National(row.Group, type)),
            PrevalenceShare.Of(row.Register, whole, National(row.Group, PrevalenceFile.WholeList)),
            Index(list, Average), Index(list, FileAverage), Remark(row, whole));
    }

    private (long Register, long List)? National(string group, string type) => _national.TryGetValue((group, type), out var sum) ? (sum.Register, sum.List) : null;

    private static decimal? Index(long? list, decimal? average) => list is { } size and > 0 && average is { } mean and > 0 ? size / mean : null;

    private static string? Remark(PrevalenceRow row, long? whole) =>
        row.ListSize == 0 ? "nobody is on the list"
        : row.Register > row.ListSize ? "more on the register than on the list"
        : whole is null ? "no row of the practice tells its whole list"
        : row.Register > whole ? "more on the register than on the whole list"
        : row.ListSize > whole ? "more on the list of an age than on the whole list"
        : null;
}
