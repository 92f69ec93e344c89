namespace QofFhir.Service.Access;

/// <summary>Whose reports a reader may read by name.</summary>
internal sealed class ReadableReports
{
    /// <returns>Null: all.</returns>
    public IReadOnlySet<string>? Practices(Reader reader, DateOnly on) => reader.Role switch
    {
        ReaderRole.National or ReaderRole.Payer => null,
        ReaderRole.Practice => new HashSet<string> { reader.Organisation! },
        _ => new HashSet<string>(),
    };
}
