namespace QofFhir.Service.Organisations;

/// <summary>The tables of organisations: reference data, never a patient.</summary>
internal static class OrganisationTable
{
    /// <summary>Days are <c>yyyy-MM-dd</c> and inside. <c>organisation_change</c> counts the changes of all of them, so that a copy in memory knows when it is old.</summary>
    public const string Schema = """
        CREATE TABLE organisation (code TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, named TEXT NOT NULL);
        CREATE TABLE affiliation (child TEXT NOT NULL, parent TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT, PRIMARY KEY (child, parent, starts));
        CREATE TABLE mapping (starts TEXT PRIMARY KEY, received TEXT NOT NULL, client TEXT NOT NULL);
        CREATE TABLE succession (predecessor TEXT NOT NULL, successor TEXT NOT NULL, starts TEXT NOT NULL, PRIMARY KEY (predecessor, successor, starts));
        CREATE TABLE organisation_change (number BIGINT NOT NULL);
        INSERT INTO organisation_change VALUES (0);

        """;
}
