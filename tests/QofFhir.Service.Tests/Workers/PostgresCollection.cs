namespace QofFhir.Service.Tests.Workers;

/// <summary>Tests that share one PostgreSQL, each with databases of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>
{
    public const string Name = "postgres";
}
