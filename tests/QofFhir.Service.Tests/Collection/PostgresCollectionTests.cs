using QofFhir.Service.Tests.Workers;

namespace QofFhir.Service.Tests.Collection;

[Collection(PostgresCollection.Name)]
public sealed class PostgresCollectionTests(PostgresAggregatorService aggregator) : CollectionTests(aggregator), IClassFixture<PostgresAggregatorService>;
