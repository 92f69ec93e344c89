using System.Data.Common;
using System.Globalization;
using Dapper;
using QofFhir.Core.Aggregation;
using QofFhir.Publication.Geographies;
using QofFhir.Service.Reports;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Organisations;

/// <summary>Organisations and their affiliations in the shared database; read once and again when they have changed, by whichever process.</summary>
internal sealed class OrganisationStore(IDatabase database, TimeProvider clock)
{
    private volatile KnownGeography? _known;

    /// <summary>As it stands now.</summary>
    public KnownGeography Geography() => database.Read(connection =>
    {
        var number = Number(connection, null);
        return _known is { } known && known.Number == number ? known : _known = Load(number, connection, null);
    });

    /// <summary>The practices that belong to a network, or to anything above it, on a day; for a practice, those of its network. None for what is not known.</summary>
    public IReadOnlySet<string> Members(string organisation, DateOnly on)
    {
        var known = Geography();
        var day = known.On(on);
        return known.Geography.Find(organisation)?.Kind == OrganisationKind.Practice
            ? day.Ancestors(organisation).Where(a => a.Kind == OrganisationKind.Pcn).SelectMany(n => day.Practices(n.Code)).ToHashSet(StringComparer.Ordinal)
            : day.Practices(organisation);
    }

    /// <summary>Lays a mapping over those that there are. One that says nothing new leaves everything as it is.</summary>
    /// <returns>What changed, or the organisations that are of another level here: then nothing was written.</returns>
    public MappingChange Import(PublishedGeography mapping, DateOnly from, string client)
    {
        MappingChange? change = null;
        database.Transact((connection, transaction) =>
        {
            // Whoever changes organisations holds this row until the end.
            connection.Execute("UPDATE organisation_change SET number = number + 1", null, transaction);
            var before = Load(Number(connection, transaction), connection, transaction);
            string[] misplaced = [.. mapping.Organisations.Where(o => before.Geography.Find(o.Code) is { } known && known.Kind != o.Kind).Select(o => o.Code).Order(StringComparer.Ordinal)];
            if (misplaced.Length > 0)
            {
                change = new MappingChange(0, 0, 0, 0, misplaced);
                return false;
            }

            var mapped = Mapped(connection, transaction);
            var (added, renamed) = Name(mapping, from, connection, transaction);
            var after = mapping.From(from).Over(before.Geography.Affiliations, mapped).ToHashSet();
            var known = before.Geography.Affiliations.ToHashSet();
            Affiliation[] gone = [.. known.Where(a => !after.Contains(a))];
            Affiliation[] made = [.. after.Where(a => !known.Contains(a))];
            connection.Execute("DELETE FROM affiliation WHERE child = @Child AND parent = @Parent AND starts = @Starts", gone.Select(Row), transaction);
            connection.Execute("INSERT INTO affiliation VALUES (@Child, @Parent, @Starts, @Ends)", made.Select(Row), transaction);
            if (!mapped.Contains(from))
            {
                connection.Execute(
                    "INSERT INTO mapping VALUES (@from, @received, @client)", new { from = Day(from), received = StoredReport.Moment(clock.GetUtcNow()), client }, transaction);
            }

            change = new MappingChange(added, renamed, made.Length, gone.Length, []);
            return change.Any || !mapped.Contains(from);
        });
        return change!;
    }

    /// <summary>Puts these in the place of all successions that there are.</summary>
    /// <returns>Codes that are no practice here: then nothing was written.</returns>
    public IReadOnlyList<string> Replace(IReadOnlyCollection<Succession> successions)
    {
        string[] strangers = [];
        database.Transact((connection, transaction) =>
        {
            connection.Execute("UPDATE organisation_change SET number = number + 1", null, transaction);
            var before = Load(Number(connection, transaction), connection, transaction).Geography;
            strangers = [.. successions.SelectMany(s => new[] { s.Predecessor, s.Successor }).Distinct().Where(c => before.Find(c)?.Kind != OrganisationKind.Practice).Order(StringComparer.Ordinal)];
            if (strangers.Length > 0 || before.Successions.ToHashSet().SetEquals(successions))
            {
                return false;
            }

            connection.Execute("DELETE FROM succession", null, transaction);
            connection.Execute(
                "INSERT INTO succession VALUES (@Predecessor, @Successor, @Starts)", successions.Select(s => new { s.Predecessor, s.Successor, Starts = Day(s.From) }), transaction);
            return true;
        });
        return strangers;
    }

    /// <summary>The newest mapping that names an organisation gives its name.</summary>
    private static (int Added, int Renamed) Name(PublishedGeography mapping, DateOnly from, DbConnection connection, DbTransaction transaction)
    {
        var known = connection.Query<NamedRow>("SELECT code, name, named FROM organisation", null, transaction).ToDictionary(o => o.Code, StringComparer.Ordinal);
        var named = Day(from);
        Organisation[] added = [.. mapping.Organisations.Where(o => !known.ContainsKey(o.Code))];
        Organisation[] renamed =
        [
            .. mapping.Organisations.Where(o => known.TryGetValue(o.Code, out var row) && o.Name != row.Name && o.Name != o.Code && string.CompareOrdinal(row.Named, named) <= 0),
        ];
        connection.Execute("INSERT INTO organisation VALUES (@Code, @Kind, @Name, @named)", added.Select(o => new { o.Code, Kind = o.Kind.ToString(), o.Name, named }), transaction);
        connection.Execute("UPDATE organisation SET name = @Name, named = @named WHERE code = @Code", renamed.Select(o => new { o.Code, o.Name, named }), transaction);
        return (added.Length, renamed.Length);
    }

    private static KnownGeography Load(long number, DbConnection connection, DbTransaction? transaction) => new(number, new Geography(
        connection.Query<OrganisationRow>("SELECT code, kind, name FROM organisation", null, transaction).Select(o => new Organisation(o.Code, Enum.Parse<OrganisationKind>(o.Kind), o.Name)),
        [.. connection.Query<AffiliationRow>("SELECT child, parent, starts, ends FROM affiliation", null, transaction).Select(a => new Affiliation(a.Child, a.Parent, Day(a.Starts), a.Ends is null ? null : Day(a.Ends)))],
        [.. connection.Query<SuccessionRow>("SELECT predecessor, successor, starts FROM succession", null, transaction).Select(s => new Succession(s.Predecessor, s.Successor, Day(s.Starts)))]));

    private static HashSet<DateOnly> Mapped(DbConnection connection, DbTransaction transaction) =>
        [.. connection.Query<string>("SELECT starts FROM mapping", null, transaction).Select(Day)];

    private static long Number(DbConnection connection, DbTransaction? transaction) => connection.ExecuteScalar<long>("SELECT number FROM organisation_change", null, transaction);

    private static AffiliationRow Row(Affiliation affiliation) => new(affiliation.Child, affiliation.Parent, Day(affiliation.From), affiliation.To is { } to ? Day(to) : null);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record NamedRow(string Code, string Name, string Named);

    private sealed record OrganisationRow(string Code, string Kind, string Name);

    private sealed record AffiliationRow(string Child, string Parent, string Starts, string? Ends);

    private sealed record SuccessionRow(string Predecessor, string Successor, string Starts);
}
