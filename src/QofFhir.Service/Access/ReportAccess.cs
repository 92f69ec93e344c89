namespace QofFhir.Service.Access;

/// <summary>Says of anybody which reports may be read.</summary>
internal sealed class ReportAccess
{
    private readonly HashSet<string> _consenting = [];

    /// <summary>As of now: to be asked anew for each request.</summary>
    public ReadableReports Of(Reader reader) => new(reader, _consenting);
}
