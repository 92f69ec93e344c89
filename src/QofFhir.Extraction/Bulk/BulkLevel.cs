namespace QofFhir.Extraction.Bulk;

/// <summary>Whose records an export holds.</summary>
public abstract record BulkLevel
{
    private protected BulkLevel()
    {
    }

    internal abstract string Path { get; }

    /// <summary>The members of a Group: a practice's list where a server holds several practices.</summary>
    public sealed record Group(string Id) : BulkLevel
    {
        internal override string Path => $"Group/{Uri.EscapeDataString(Id)}/$export";
    }

    /// <summary>All patients of the server.</summary>
    public sealed record Patients : BulkLevel
    {
        internal override string Path => "Patient/$export";
    }

    /// <summary>All that the server has, organisations included.</summary>
    public sealed record System : BulkLevel
    {
        internal override string Path => "$export";
    }
}
