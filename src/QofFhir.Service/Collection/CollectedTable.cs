using QofFhir.Service.Storage;

namespace QofFhir.Service.Collection;

/// <summary>The tables of collected reports: counts of practices, never a patient.</summary>
internal static class CollectedTable
{
    /// <summary>
    /// <c>collected</c>: the live report of each identity, with what is added up. Dates are <c>yyyy-MM-dd</c>, moments UTC in a spelling that sorts; counts as reported, the
    /// denominator gross. A report that was not evaluated has no counts. <c>edition</c> is the measure's version in a spelling that sorts; <c>computed</c> the latest moment at
    /// which its content was computed; <c>submission</c> the one that brought the live version.
    /// <c>collected_parts</c>: its counts by group and its adjustments by month, as JSON; only where it has any.
    /// <c>collected_version</c>: every version that was ever live, the live one too, as it was sent (<see cref="Packed"/>).
    /// <c>submission</c>: receipts. <c>provenance</c>: what senders told about where a version comes from.
    /// </summary>
    public const string Schema = $$"""
        CREATE TABLE collected (
            id TEXT PRIMARY KEY, version BIGINT NOT NULL, identifier TEXT NOT NULL,
            practice TEXT NOT NULL, framework TEXT NOT NULL, indicator TEXT NOT NULL, measure TEXT NOT NULL, edition TEXT NOT NULL,
            starts TEXT NOT NULL, ends TEXT NOT NULL, achieved TEXT NOT NULL, computed TEXT NOT NULL, received TEXT NOT NULL,
            status TEXT NOT NULL, sample BIGINT NOT NULL, content TEXT NOT NULL, submission TEXT NOT NULL,
            population BIGINT, exclusions BIGINT, adjusted BIGINT, numerator BIGINT,
            unsuitable BIGINT, chose_not_to BIGINT, did_not_respond BIGINT, not_available BIGINT, newly_diagnosed BIGINT, newly_registered BIGINT,
            list_size BIGINT, points TEXT);
        CREATE INDEX collected_practice ON collected (practice, achieved);
        CREATE INDEX collected_whole ON collected (framework, achieved, indicator);
        CREATE TABLE collected_parts (id TEXT PRIMARY KEY, parts TEXT NOT NULL);
        CREATE TABLE collected_version (
            id TEXT NOT NULL, version BIGINT NOT NULL, computed TEXT NOT NULL, received TEXT NOT NULL, client TEXT NOT NULL, submission TEXT NOT NULL, body {{Migrations.Bytes}} NOT NULL,
            PRIMARY KEY (id, version));
        CREATE TABLE submission (
            id TEXT PRIMARY KEY, received TEXT NOT NULL, client TEXT NOT NULL, organisation TEXT, reports BIGINT NOT NULL,
            created BIGINT NOT NULL, replaced BIGINT NOT NULL, unchanged BIGINT NOT NULL, older BIGINT NOT NULL, refused BIGINT NOT NULL, refusals TEXT);
        CREATE TABLE provenance (
            id TEXT PRIMARY KEY, report TEXT NOT NULL, version BIGINT NOT NULL, received TEXT NOT NULL, submission TEXT NOT NULL, body {{Migrations.Bytes}} NOT NULL);
        CREATE INDEX provenance_report ON provenance (report, version);

        """;
}
