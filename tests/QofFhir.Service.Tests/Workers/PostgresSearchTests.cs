namespace QofFhir.Service.Tests.Workers;

[Collection(PostgresCollection.Name)]
public sealed class PostgresSearchTests(PostgresSampleRun sample) : SearchTests(sample), IClassFixture<PostgresSampleRun>;
