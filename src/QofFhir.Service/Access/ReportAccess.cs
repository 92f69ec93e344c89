namespace QofFhir.Service.Access;

/// <summary>Says of anybody which reports may be read.</summary>
internal sealed class ReportAccess
{
    public ReadableReports Of(Reader reader) => new(reader);
}
