namespace QofFhir.Service.Access;

/// <summary>Which practices' reports somebody may read by name.</summary>
internal sealed class ReadableReports(Reader reader, IReadOnlySet<string> consenting)
{
    /// <summary>Those of all practices, so that there is no set to ask for.</summary>
    public bool All { get; } = reader.Role is ReaderRole.National or ReaderRole.Payer;

    /// <summary>The practices, by ODS code, whose reports of this achievement date may be read.</summary>
    public IReadOnlySet<string> On(DateOnly achievementDate) =>
        reader.Role == ReaderRole.Practice ? new HashSet<string>(consenting) { reader.Organisation! } : consenting;
}
