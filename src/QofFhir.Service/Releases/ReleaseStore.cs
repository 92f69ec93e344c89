using Dapper;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Releases;

/// <summary>What was made public. A framework and achievement date is made public once and stays as it is: two versions of one date, side by side, would give away what each of them hides.</summary>
internal sealed class ReleaseStore(IDatabase database)
{
    public const string Schema = """
        CREATE TABLE release (
            framework TEXT NOT NULL, achieved TEXT NOT NULL, policy TEXT NOT NULL, made TEXT NOT NULL, client TEXT NOT NULL,
            practices BIGINT NOT NULL, expected BIGINT NOT NULL, sample BIGINT NOT NULL, PRIMARY KEY (framework, achieved));
        CREATE TABLE release_count (
            framework TEXT NOT NULL, achieved TEXT NOT NULL, organisation TEXT NOT NULL, level TEXT NOT NULL, indicator TEXT NOT NULL, measure TEXT NOT NULL,
            population BIGINT, exclusions BIGINT, adjusted BIGINT, numerator BIGINT, hidden TEXT NOT NULL,
            PRIMARY KEY (framework, achieved, organisation, indicator));

        """;

    private static readonly string[] Columns =
        ["framework", "achieved", "organisation", "level", "indicator", "measure", "population", "exclusions", "adjusted", "numerator", "hidden"];

    /// <returns>False when there is one of this framework and date: then nothing was written.</returns>
    public bool Keep(PublicRelease release, IEnumerable<PublicCounts> counts) => database.Write((connection, transaction) =>
    {
        var kept = connection.Execute(
            """
            INSERT INTO release VALUES (@Framework, @Achieved, @policy, @Made, @Client, @Practices, @Expected, @sample) ON CONFLICT DO NOTHING
            """,
            new { release.Framework, release.Achieved, policy = release.Policy.ToString(), release.Made, release.Client, release.Practices, release.Expected, sample = release.Sample ? 1 : 0 },
            transaction) == 1;
        if (kept)
        {
            database.Append(
                "release_count", Columns,
                counts.Select(c => new object?[]
                {
                    release.Framework, release.Achieved, c.Counts.Organisation, c.Level.ToString(), c.Indicator, c.Measure, c.Counts.Population.Shown, c.Counts.Exclusions.Shown,
                    c.Counts.Adjusted.Shown, c.Counts.Numerator.Shown, Hidden(c.Counts),
                }),
                connection, transaction);
        }

        return kept;
    });

    /// <summary>The newest achievement date first.</summary>
    public IReadOnlyList<PublicRelease> All() => database.Read<IReadOnlyList<PublicRelease>>(connection =>
        [.. connection.Query<ReleaseRow>("SELECT framework, achieved, policy, made, client, practices, expected, sample FROM release ORDER BY achieved DESC, framework").Select(r => r.Release())]);

    public PublicRelease? Find(string framework, string achieved) => All().FirstOrDefault(r => r.Framework == framework && r.Achieved == achieved);

    /// <param name="organisation">Null: of all.</param>
    /// <param name="level">Null: of every level.</param>
    public IReadOnlyList<PublicCounts> Counts(PublicRelease release, string? organisation, OrganisationKind? level) => database.Read<IReadOnlyList<PublicCounts>>(connection =>
        [.. connection.Query<CountRow>(
            "SELECT organisation, level, indicator, measure, population, exclusions, adjusted, numerator, hidden FROM release_count WHERE framework = @Framework AND achieved = @Achieved"
            + (organisation is null ? "" : " AND organisation = @organisation") + (level is null ? "" : " AND level = @level") + " ORDER BY organisation, indicator",
            new { release.Framework, release.Achieved, organisation, level = level?.ToString() }).Select(r => r.Counts())]);

    /// <summary>A letter for each of the four counts.</summary>
    private static string Hidden(ReleasedCounts counts) =>
        string.Concat(new[] { counts.Population, counts.Exclusions, counts.Adjusted, counts.Numerator }.Select(c => c.Kind.ToString()[0]));

    private sealed record ReleaseRow(string Framework, string Achieved, string Policy, string Made, string Client, long Practices, long Expected, long Sample)
    {
        public PublicRelease Release() => new(Framework, Achieved, Enum.Parse<DisclosurePolicy>(Policy), Made, Client, (int)Practices, (int)Expected, Sample == 1);
    }

    private sealed record CountRow(
        string Organisation, string Level, string Indicator, string Measure, long? Population, long? Exclusions, long? Adjusted, long? Numerator, string Hidden)
    {
        public PublicCounts Counts() => new(
            Enum.Parse<OrganisationKind>(Level), Indicator, Measure,
            new ReleasedCounts(Organisation, Count(Population, 0), Count(Exclusions, 1), Count(Adjusted, 2), Count(Numerator, 3)));

        private ReleasedCount Count(long? shown, int place) =>
            new(shown, Enum.GetValues<ReleasedKind>().First(k => k.ToString()[0] == Hidden[place]));
    }
}
