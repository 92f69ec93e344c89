namespace QofFhir.Service.Tests.Cluster;

[Collection(PostgresCollection.Name)]
public sealed class PostgresSearchTests(PostgresSampleRun sample) : SearchTests(sample), IClassFixture<PostgresSampleRun>;
