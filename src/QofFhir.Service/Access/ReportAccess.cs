using QofFhir.Service.Consents;

namespace QofFhir.Service.Access;

/// <summary>Says of anybody which reports may be read.</summary>
internal sealed class ReportAccess(ConsentStore consents, MembersOn members)
{
    /// <summary>As of now: to be asked anew for each request.</summary>
    public ReadableReports Of(Reader reader) => new(reader, members, consents.Among);
}
