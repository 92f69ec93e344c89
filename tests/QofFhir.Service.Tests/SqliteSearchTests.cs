namespace QofFhir.Service.Tests;

public sealed class SqliteSearchTests(SampleRun sample) : SearchTests(sample), IClassFixture<SampleRun>;
