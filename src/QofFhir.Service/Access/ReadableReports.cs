namespace QofFhir.Service.Access;

/// <summary>Which practices' reports somebody may read by name. Membership is that of the day for which a report says what was achieved; consent is that of now.</summary>
internal sealed class ReadableReports(Reader reader, MembersOn members, Func<IReadOnlyCollection<string>, IEnumerable<string>> consenting)
{
    private readonly Dictionary<DateOnly, IReadOnlySet<string>> _known = [];

    /// <summary>Those of all practices, so that there is no set to ask for.</summary>
    public bool All { get; } = reader.Role is ReaderRole.National or ReaderRole.Payer;

    public bool Includes(string practice, DateOnly achievementDate) => All || On(achievementDate).Contains(practice);

    /// <summary>The practices, by ODS code, whose reports of this achievement date may be read.</summary>
    public IReadOnlySet<string> On(DateOnly achievementDate)
    {
        if (All)
        {
            throw new InvalidOperationException("Everybody's may be read.");
        }

        if (!_known.TryGetValue(achievementDate, out var practices))
        {
            practices = _known[achievementDate] = Found(achievementDate);
        }

        return practices;
    }

    private HashSet<string> Found(DateOnly achievementDate)
    {
        var organisation = reader.Organisation!;
        var found = consenting(members(organisation, achievementDate)).ToHashSet(StringComparer.Ordinal);
        if (reader.Role == ReaderRole.Practice)
        {
            found.Add(organisation);
        }

        return found;
    }
}
