namespace QofFhir.Service.Tests.Collection;

public sealed class SqliteCollectionTests(AggregatorService aggregator) : CollectionTests(aggregator), IClassFixture<AggregatorService>;
