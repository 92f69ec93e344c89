namespace QofFhir.Service.Access;

/// <summary>Which practices' reports somebody may read by name.</summary>
internal sealed class ReadableReports(Reader reader)
{
    public bool All { get; } = reader.Role is ReaderRole.National or ReaderRole.Payer;

    public bool Includes(string practice, DateOnly achievementDate) => All || On(achievementDate).Contains(practice);

    public IReadOnlySet<string> On(DateOnly achievementDate) =>
        reader.Role == ReaderRole.Practice ? new HashSet<string>(StringComparer.Ordinal) { reader.Organisation! } : new HashSet<string>();
}
